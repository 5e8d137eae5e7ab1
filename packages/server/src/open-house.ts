import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fail, ok, type Result } from "@noriai/kernel";
import { openStore, type StartFault, type Store, startDatabase } from "@noriai/store";
import { engineVersion } from "./engine-version.ts";
import type { Settings } from "./settings.ts";
import type { Sources } from "./world.ts";

/** The database and what stands on it, opened for one program: the server or a command. */
export interface House {
  readonly store: Store;
  /** Closes the store, then the database that was started for it. */
  close(): Promise<void>;
}

const KEY_BYTES = 32;

/** Opens the database of the settings, starting the embedded one when no address is set, and the store on it. */
export async function openHouse({
  settings,
  sources,
  log = () => {},
}: {
  readonly settings: Settings;
  readonly sources: Sources;
  readonly log?: (line: string) => void;
}): Promise<Result<House, StartFault>> {
  const database = await databaseOf(settings, log);
  if (!database.ok) return database;
  const { url, stop } = database.value;
  const opened = await masterKeyOf(settings, sources).then((masterKey) =>
    masterKey.ok
      ? openStore({ ownerUrl: url, masterKey: masterKey.value, log, engine: engineVersion(), ...sources })
      : masterKey,
  );
  if (!opened.ok) {
    await stop();
    return opened;
  }
  const store = opened.value;
  return ok({
    store,
    async close() {
      await store.close();
      await stop();
    },
  });
}

async function databaseOf({ databaseUrl, dataFolder }: Settings, log: (line: string) => void) {
  if (databaseUrl === undefined) return startDatabase({ dataDir: dataFolder, log });
  return ok({ url: databaseUrl, stop: async () => {} });
}

/** The key that wraps all keys. The demo makes its own and keeps it in the data folder, for this user's eyes only. */
async function masterKeyOf(
  { masterKey, dataFolder }: Settings,
  { randomBytes }: Sources,
): Promise<Result<Uint8Array, StartFault>> {
  if (masterKey !== undefined) return ok(masterKey);
  const file = path.join(dataFolder, "master.key");
  try {
    await mkdir(dataFolder, { recursive: true });
    const known = await readFile(file, "utf8").catch(() => undefined);
    if (known !== undefined) {
      const key = new Uint8Array(Buffer.from(known.trim(), "base64"));
      return key.length === KEY_BYTES ? ok(key) : fail(damagedKey(file));
    }
    const key = randomBytes(KEY_BYTES);
    await writeFile(file, `${Buffer.from(key).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
    await chmod(file, 0o600);
    return ok(key);
  } catch {
    return fail({
      kind: "data-folder-unusable",
      reason: `The data folder ${dataFolder} cannot be written; correct its permissions or set NORIAI_DATA to another folder.`,
    });
  }
}

const damagedKey = (file: string): StartFault => ({
  kind: "master-key-malformed",
  reason: `The key file ${file} is damaged; restore it, or remove the whole data folder to begin a new demo.`,
});
