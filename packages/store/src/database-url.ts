import { fail, ok, type Result } from "@noriai/kernel";
import { type StartFault, startFault } from "./start-fault.ts";

/** A connection string that can be read. Never print `text`: it holds the password. */
export interface DatabaseUrl {
  readonly text: string;
  readonly database: string;
  /** `host:port/database`, fit for messages. */
  readonly label: string;
}

/** Reads `postgres://user:password@host:port/database`. */
export function parseDatabaseUrl(text: string): Result<DatabaseUrl, StartFault> {
  // user:password@/database?host=/folder is how a unix socket is written, but no URL without a host.
  const isSocket = SOCKET.test(text.trim());
  const written = text.trim().replace(SOCKET, "$1socket/");
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url === undefined || !["postgres:", "postgresql:"].includes(url.protocol))
    return fail(
      malformed(
        "it does not begin with postgres://user:password@host:port/ or holds a character that must be percent-encoded",
      ),
    );
  const database = decode(url.pathname.slice(1));
  if (database === undefined || database === "" || database.includes("/"))
    return fail(malformed("the name of the database after the host is missing"));
  const host = url.searchParams.get("host") ?? (isSocket ? "" : url.hostname);
  if (host === "") return fail(malformed("the host is missing"));
  return ok({ text: url.toString(), database, label: `${host}:${url.port || "5432"}/${database}` });
}

const SOCKET = /^(\w+:\/\/[^/@]*@)\//;

/** The same database, entered as another role. */
export function asRole(
  url: DatabaseUrl,
  login: { readonly role: string; readonly password: string },
): string {
  const other = new URL(url.text);
  // As parameters: they are stronger than the part before the host, which a socket address cannot have.
  other.username = "";
  other.password = "";
  other.searchParams.set("user", login.role);
  other.searchParams.set("password", login.password);
  return other.toString();
}

const malformed = (because: string): StartFault =>
  startFault(
    "database-url-malformed",
    `NORIAI_DATABASE_URL cannot be read (${because}); write it as postgres://user:password@host:5432/database.`,
  );

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
