import { createCipheriv, createDecipheriv } from "node:crypto";

/** Where a value stands. It is bound into the ciphertext, so that a value moved elsewhere does not open. */
export interface FieldPlace {
  readonly tenant: string;
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/** A key of 32 bytes and the version that is written in front of what it seals (1–255). */
export interface VersionedKey {
  readonly version: number;
  readonly bytes: Uint8Array;
}

/** The ciphertext was changed, moved to another place, or sealed with a key that we do not hold. */
export class SealBroken extends Error {
  override readonly name = "SealBroken";
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/**
 * Seals bytes with AES-256-GCM.
 * @param nonce 12 fresh random bytes; the same nonce must never be used twice with one key
 * @returns key version (1 byte), nonce (12), tag (16), ciphertext
 */
export function seal(sealing: {
  readonly key: VersionedKey;
  readonly place: FieldPlace;
  readonly plain: Uint8Array;
  readonly nonce: Uint8Array;
}): Buffer {
  const { key, place, plain, nonce } = sealing;
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce);
  cipher.setAAD(associatedData(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Uint8Array.of(key.version), nonce, cipher.getAuthTag(), body]);
}

/** Opens what `seal` made at the same place. Throws SealBroken. */
export function unseal(opening: {
  readonly keyOf: (version: number) => VersionedKey | undefined;
  readonly place: FieldPlace;
  readonly sealed: Uint8Array;
}): Buffer {
  const { keyOf, place, sealed } = opening;
  const key = sealed.length < HEAD_BYTES ? undefined : keyOf(sealed[0]!);
  if (key === undefined) throw new SealBroken(`no key opens ${place.table}.${place.column}`);
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(associatedData(place));
  decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEAD_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new SealBroken(`${place.table}.${place.column} does not open at its place`, { cause });
  }
}

// JSON keeps the four parts apart, whatever characters an id holds.
const associatedData = (place: FieldPlace): Buffer =>
  Buffer.from(JSON.stringify([place.tenant, place.table, place.column, place.row]));
