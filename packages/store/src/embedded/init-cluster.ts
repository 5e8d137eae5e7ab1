import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { fail, ok, type Result } from "@noriai/kernel";
import { type StartFault, startFault } from "../start-fault.ts";
import { type Account, spawnAs } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { stopCluster } from "./processes.ts";

export const OWNER = "noriai_owner";

/** A cluster that was made: where its data stand and its owner's password. */
export interface Cluster {
  readonly data: string;
  readonly password: string;
}

/** The cluster in this folder, made when there is none. A making that was interrupted leaves nothing half done. */
export async function initCluster(making: {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
}): Promise<Result<Cluster, StartFault>> {
  const { folder, binaries } = making;
  const data = path.join(folder, "data");
  const version = await readFile(path.join(data, "PG_VERSION"), "utf8").catch(() => undefined);
  if (version === undefined) await makeCluster({ ...making, data });
  else if (version.trim() !== binaries.majorVersion) return fail(otherVersion(version.trim(), binaries));
  return ok({ data, password: await readFile(passwordFile(folder), "utf8") });
}

async function makeCluster(making: {
  readonly folder: string;
  readonly data: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
}): Promise<void> {
  const { folder, data, binaries, account } = making;
  const unfinished = path.join(folder, "data.unfinished");
  // An initdb whose noriai was killed may still be at work there.
  await stopCluster(unfinished);
  await rm(unfinished, { recursive: true, force: true });
  await rm(passwordFile(folder), { force: true });
  await writeFile(passwordFile(folder), randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (account !== undefined) await chown(passwordFile(folder), account.uid, account.gid);
  await promisify(execFile)(
    binaries.initdb,
    [
      `--pgdata=${unfinished}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile(folder)}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--data-checksums",
    ],
    spawnAs(account),
  );
  await rename(unfinished, data);
}

const passwordFile = (folder: string): string => path.join(folder, "password");

const otherVersion = (version: string, binaries: Binaries): StartFault =>
  startFault(
    "data-folder-unusable",
    `The data folder was written by PostgreSQL ${version}, but version ${binaries.majorVersion} is installed; restore a backup into a new folder.`,
  );
