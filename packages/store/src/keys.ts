import { createHmac, hkdfSync } from "node:crypto";
import { type FieldPlace, seal, unseal, type VersionedKey } from "./cipher.ts";

/** What opens and seals a tenant's personal fields, and makes its blind indexes. */
export interface TenantKeys {
  /** Every data key still in use, by version; the highest seals. */
  readonly fields: ReadonlyMap<number, VersionedKey>;
  readonly index: Uint8Array;
}

/** A wrapped key as stored: sealed with the master key, bound to its tenant, purpose and version. */
export interface WrappedKey {
  readonly purpose: KeyPurpose;
  readonly version: number;
  readonly wrapped: Uint8Array;
}

export type KeyPurpose = "fields" | "index";
export type RandomBytes = (count: number) => Uint8Array;

const MASTER_VERSION = 1;

/** Makes a fresh key for a tenant and wraps it. */
export function newWrappedKey(making: {
  readonly masterKey: Uint8Array;
  readonly tenant: string;
  readonly purpose: KeyPurpose;
  readonly version: number;
  readonly randomBytes: RandomBytes;
}): WrappedKey {
  const { masterKey, tenant, purpose, version, randomBytes } = making;
  const key = { version: MASTER_VERSION, bytes: masterKey };
  const place = keyPlace(tenant, { purpose, version });
  return { purpose, version, wrapped: seal({ key, place, plain: randomBytes(32), nonce: randomBytes(12) }) };
}

/** Unwraps a tenant's keys. Throws SealBroken when the master key is another one. */
export function unwrapKeys(
  masterKey: Uint8Array,
  tenant: string,
  wrapped: readonly WrappedKey[],
): TenantKeys {
  const open = (key: WrappedKey): VersionedKey => ({
    version: key.version,
    bytes: unseal({
      keyOf: (version) => (version === MASTER_VERSION ? { version, bytes: masterKey } : undefined),
      place: keyPlace(tenant, key),
      sealed: key.wrapped,
    }),
  });
  const fields = wrapped.filter((key) => key.purpose === "fields").map(open);
  const index = wrapped.filter((key) => key.purpose === "index").map(open)[0];
  if (fields.length === 0 || index === undefined) throw new Error(`tenant ${tenant} has no keys`);
  return { fields: new Map(fields.map((key) => [key.version, key])), index: index.bytes };
}

/** Blind index: tells that two values are equal without telling what they are. One key per tenant and column. */
export function blindIndex(keys: TenantKeys, column: string, normalised: string): Buffer {
  const key = hkdfSync("sha256", keys.index, "", `noriai blind index ${column}`, 32);
  return createHmac("sha256", Buffer.from(key)).update(normalised).digest().subarray(0, INDEX_BYTES);
}

const INDEX_BYTES = 16;

/** A secret that follows from the master key, the same on every server that holds it. */
export function derivedSecret(masterKey: Uint8Array, purpose: string): string {
  return Buffer.from(hkdfSync("sha256", masterKey, "", `noriai ${purpose}`, 32)).toString("base64url");
}

const keyPlace = (tenant: string, key: { purpose: KeyPurpose; version: number }): FieldPlace => ({
  tenant,
  table: "data_keys",
  column: "wrapped_key",
  row: `${key.purpose} ${key.version}`,
});
