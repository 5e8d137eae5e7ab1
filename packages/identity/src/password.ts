import { argon2, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** Cost of one password check with argon2id (RFC 9106). */
export interface PasswordCost {
  readonly memoryKibibytes: number;
  readonly passes: number;
  readonly lanes: number;
}

/** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
export const PASSWORD_COST: PasswordCost = { memoryKibibytes: 19_456, passes: 2, lanes: 1 };

/** Salt of a new password: 16 random bytes. RFC 9106 §3.1 */
export const SALT_BYTES = 16;
const TAG_BYTES = 32;

/** Bounds beyond which a stored text is not believed, so that a forged one cannot eat the memory. */
const COST_MAX: PasswordCost = { memoryKibibytes: 1_048_576, passes: 16, lanes: 16 };

const derive = promisify(argon2);

/**
 * Turns a password into the text that is stored: `$argon2id$v=19$m=…,t=…,p=…$salt$tag` (PHC string format).
 *
 * @param salt  `SALT_BYTES` random bytes, never used before
 */
export async function hashPassword({
  password,
  salt,
  cost = PASSWORD_COST,
}: {
  readonly password: string;
  readonly salt: Uint8Array;
  readonly cost?: PasswordCost;
}): Promise<string> {
  const tag = await tagOf({ password, salt, cost, tagBytes: TAG_BYTES });
  const { memoryKibibytes: m, passes: t, lanes: p } = cost;
  return `$argon2id$v=19$m=${m},t=${t},p=${p}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** Whether the password is the one that was stored. Takes the same time for every wrong one; false for damaged text. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const parts = parseStored(stored);
  if (parts === undefined) return false;
  const tag = await tagOf({ password, salt: parts.salt, cost: parts.cost, tagBytes: parts.tag.length });
  return timingSafeEqual(tag, parts.tag);
}

interface Stored {
  readonly cost: PasswordCost;
  readonly salt: Buffer;
  readonly tag: Buffer;
}

const STORED =
  /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{16,86})$/;

function parseStored(stored: string): Stored | undefined {
  const found = STORED.exec(stored);
  if (found === null) return undefined;
  const [m, t, p] = found.slice(1, 4).map(Number) as [number, number, number];
  const cost = { memoryKibibytes: m, passes: t, lanes: p };
  if (m < 8 * p || t < 1 || p < 1) return undefined;
  if (m > COST_MAX.memoryKibibytes || t > COST_MAX.passes || p > COST_MAX.lanes) return undefined;
  return { cost, salt: Buffer.from(found[4]!, "base64"), tag: Buffer.from(found[5]!, "base64") };
}

async function tagOf({
  password,
  salt,
  cost,
  tagBytes,
}: {
  readonly password: string;
  readonly salt: Uint8Array;
  readonly cost: PasswordCost;
  readonly tagBytes: number;
}): Promise<Buffer> {
  return await derive("argon2id", {
    // The same word typed on two keyboards may arrive composed or decomposed. NIST SP 800-63B §3.1.1.2
    message: password.normalize("NFKC"),
    nonce: salt,
    parallelism: cost.lanes,
    tagLength: tagBytes,
    memory: cost.memoryKibibytes,
    passes: cost.passes,
  });
}

const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64").replace(/=+$/, "");
