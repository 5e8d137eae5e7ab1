import { assert } from "@noriai/kernel";
import { seal, unseal } from "./cipher.ts";
import { blindIndex, type RandomBytes, type TenantKeys } from "./keys.ts";

/** Seals and opens text fields of one tenant; every value is bound to its table, column and row. */
export interface FieldCipher {
  seal(place: Place, plain: string): Buffer;
  open(place: Place, sealed: Uint8Array): string;
  /** The blind index of a value that was brought to its normal form. */
  index(column: string, normalised: string): Buffer;
}

export interface Place {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

export function fieldCipher(tenant: string, keys: TenantKeys, randomBytes: RandomBytes): FieldCipher {
  const newest = keys.fields.get(Math.max(...keys.fields.keys()));
  assert(newest !== undefined, "a tenant has a data key");
  return {
    seal: (place, plain) =>
      seal({ key: newest, place: { tenant, ...place }, plain: Buffer.from(plain), nonce: randomBytes(12) }),
    open: (place, sealed) =>
      unseal({
        keyOf: (version) => keys.fields.get(version),
        place: { tenant, ...place },
        sealed,
      }).toString(),
    index: (column, normalised) => blindIndex(keys, column, normalised),
  };
}
