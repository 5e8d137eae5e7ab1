import { execFile } from "node:child_process";
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { fail, ok, type Result } from "@noriai/kernel";
import { type StartFault, startFault } from "../start-fault.ts";
import { type Account, canReach } from "./account.ts";

/** Makes the data folder and holds it for this process. @returns lets it go */
export async function holdDataFolder(dataDir: string): Promise<Result<() => Promise<void>, StartFault>> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o711 });
    return await hold(path.join(dataDir, HOLDER), dataDir);
  } catch (error) {
    return fail(unusable(dataDir, (error as Error).message));
  }
}

/**
 * The folder of the cluster, `postgres` in the data folder. When PostgreSQL's account cannot walk there (data below
 * /root, say), the folder is made in the shared folder and the data folder holds a link to it.
 */
export async function placeCluster(
  dataDir: string,
  account: Account | undefined,
  sharedFolder: string,
): Promise<Result<string, StartFault>> {
  const cluster = path.join(dataDir, "postgres");
  try {
    if ((await lstat(cluster).catch(() => undefined)) === undefined)
      await makeCluster({ cluster, account, sharedFolder });
    const real = await realpath(cluster);
    if (await canReach(account, real)) return ok(real);
    return fail(
      unusable(dataDir, `the account ${account?.name} under which PostgreSQL must run cannot enter ${real}`),
    );
  } catch (error) {
    return fail(unusable(dataDir, (error as Error).message));
  }
}

async function makeCluster(making: {
  readonly cluster: string;
  readonly account: Account | undefined;
  readonly sharedFolder: string;
}): Promise<void> {
  const { cluster, account, sharedFolder } = making;
  if (await openFolder(path.dirname(cluster), account)) {
    await mkdir(cluster, { mode: 0o700 });
    if (account !== undefined) await chown(cluster, account.uid, account.gid);
    return;
  }
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
  const elsewhere = await mkdtemp(path.join(sharedFolder, "cluster-"));
  if (account !== undefined) await chown(elsewhere, account.uid, account.gid);
  await symlink(elsewhere, cluster);
}

/**
 * Can the account walk to the data folder? One that holds nothing but our own files is opened for walking through;
 * the files themselves stay closed. Somebody's home folder is left as it is.
 */
async function openFolder(dataDir: string, account: Account | undefined): Promise<boolean> {
  if (await canReach(account, dataDir)) return true;
  const isOurs = (await readdir(dataDir)).every((name) => OUR_FILES.test(name));
  if (!isOurs || !(await canReach(account, path.dirname(dataDir)))) return false;
  await chmod(dataDir, 0o711);
  return true;
}

const HOLDER = "noriai.pid";
const OUR_FILES = /^(noriai|master|demo)[.-]/;

async function hold(file: string, dataDir: string): Promise<Result<() => Promise<void>, StartFault>> {
  const me = `${process.pid} ${await startOf(process.pid)}`;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await writeFile(file, me, { flag: "wx", mode: 0o600 });
      return ok(() => rm(file, { force: true }));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = await readFile(file, "utf8").catch(() => "");
    const [pid, ...start] = holder.split(" ");
    if (start.length > 0 && (await startOf(Number(pid))) === start.join(" "))
      return fail(inUse(dataDir, Number(pid)));
    await rm(file, { force: true }); // left by a process that was killed
  }
  return fail(inUse(dataDir));
}

/**
 * When a process began: tells it from a later one with the same number. Empty when there is none, or only a dead one
 * that nobody has reaped yet.
 */
async function startOf(pid: number): Promise<string> {
  if (process.platform === "linux") {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? "" : (rest[18] ?? "");
  }
  const { stdout } = await promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)]).catch(() => ({
    stdout: "",
  }));
  return stdout.trim();
}

export const unusable = (dataDir: string, because: string): StartFault =>
  startFault(
    "data-folder-unusable",
    `The data folder ${dataDir} cannot be used (${because}); correct it or set NORIAI_DATA to another folder.`,
  );

const inUse = (dataDir: string, pid?: number): StartFault =>
  startFault(
    "data-folder-in-use",
    `Another noriai${pid === undefined ? "" : ` (process ${pid})`} works on the data folder ${dataDir}; stop it or set NORIAI_DATA to another folder.`,
  );
