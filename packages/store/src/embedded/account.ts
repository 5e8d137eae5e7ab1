import { readFile, stat } from "node:fs/promises";
import path from "node:path";

/** The account of the operating system under which PostgreSQL runs when we are root, whom it refuses. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account to run PostgreSQL under; nothing means: as ourselves.
 * @param existing folder of an existing cluster, which stays with its owner
 */
export async function chooseAccount(existing: string): Promise<Account | "none-suitable" | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = await listAccounts();
  const owner = await stat(existing).catch(() => undefined);
  const known =
    owner === undefined || owner.uid === 0 ? undefined : accounts.find(({ uid }) => uid === owner.uid);
  return known ?? byName(accounts, "postgres") ?? byName(accounts, "nobody") ?? "none-suitable";
}

/** Can the account walk to this folder? */
export async function canReach(account: Account | undefined, folder: string): Promise<boolean> {
  if (account === undefined) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Options to start a program as the account, with nothing of our environment that PostgreSQL would listen to. */
export const spawnAs = (account: Account | undefined) => ({
  env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
  cwd: "/",
  ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
});

async function listAccounts(): Promise<readonly Account[]> {
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  return passwd.split("\n").flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name && uid && gid && Number(uid) !== 0 ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

const byName = (accounts: readonly Account[], name: string) =>
  accounts.find((account) => account.name === name);
