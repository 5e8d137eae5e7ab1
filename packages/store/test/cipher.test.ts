import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FieldPlace, SealBroken, seal, unseal, type VersionedKey } from "../src/cipher.ts";
import { blindIndex, newWrappedKey, unwrapKeys } from "../src/keys.ts";

const place: FieldPlace = { tenant: "north", table: "members", column: "name", row: "m1" };
const first: VersionedKey = { version: 1, bytes: randomBytes(32) };
const second: VersionedKey = { version: 2, bytes: randomBytes(32) };
const keys = new Map([first, second].map((key) => [key.version, key]));
const keyOf = (version: number) => keys.get(version);
const sealed = (plain: string, key = first) =>
  seal({ key, place, plain: Buffer.from(plain), nonce: randomBytes(12) });

describe("[SAP-7.2-3] a sealed field", () => {
  test("opens to what was sealed, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (plain) => {
        expect(unseal({ keyOf, place, sealed: sealed(plain) }).toString()).toBe(plain);
      }),
    );
  });

  test("is different each time, so that equal names cannot be told", () => {
    expect(sealed("花子").equals(sealed("花子"))).toBe(false);
  });

  test("does not open when any single bit of it was changed", () => {
    const whole = sealed("宇部 花子");
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const changed = Buffer.from(whole);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => unseal({ keyOf, place, sealed: changed }), `bit ${bit}`).toThrow(SealBroken);
    }
  });

  test("does not open when cut short", () => {
    const whole = sealed("花子");
    for (let length = 0; length < whole.length; length++) {
      expect(() => unseal({ keyOf, place, sealed: whole.subarray(0, length) })).toThrow(SealBroken);
    }
  });

  test.each(["tenant", "table", "column", "row"] as const)("does not open under another %s", (part) => {
    const elsewhere = { ...place, [part]: "other" };
    expect(() => unseal({ keyOf, place: elsewhere, sealed: sealed("花子") })).toThrow(SealBroken);
  });

  test("is bound to its parts one by one, not to their sum", () => {
    const one = { ...place, column: "a|b", row: "c" };
    const other = { ...place, column: "a", row: "b|c" };
    const moved = seal({ key: first, place: one, plain: Buffer.from("x"), nonce: randomBytes(12) });
    expect(() => unseal({ keyOf, place: other, sealed: moved })).toThrow(SealBroken);
  });

  test("says which key version opens it; old and new stay readable side by side", () => {
    expect([sealed("x", first)[0], sealed("x", second)[0]]).toEqual([1, 2]);
    expect(unseal({ keyOf, place, sealed: sealed("old", first) }).toString()).toBe("old");
    expect(unseal({ keyOf, place, sealed: sealed("new", second) }).toString()).toBe("new");
  });

  test("is lost when its key is destroyed", () => {
    const onlySecond = (version: number) => (version === 2 ? second : undefined);
    expect(() => unseal({ keyOf: onlySecond, place, sealed: sealed("x", first) })).toThrow(SealBroken);
  });
});

describe("a tenant's keys", () => {
  const masterKey = randomBytes(32);
  const wrap = (tenant: string) =>
    (["fields", "index"] as const).map((purpose) =>
      newWrappedKey({ masterKey, tenant, purpose, version: 1, randomBytes }),
    );

  test("open with the master key and for their tenant only", () => {
    const wrapped = wrap("north");
    expect(unwrapKeys(masterKey, "north", wrapped).fields.size).toBe(1);
    expect(() => unwrapKeys(randomBytes(32), "north", wrapped)).toThrow(SealBroken);
    expect(() => unwrapKeys(masterKey, "south", wrapped)).toThrow(SealBroken);
  });

  test("[POL-LINK-1] make another index of the same phone number in every tenant and column", () => {
    const [north, south] = ["north", "south"].map((tenant) => unwrapKeys(masterKey, tenant, wrap(tenant)));
    const indexes = [
      blindIndex(north!, "phone", "0836551234"),
      blindIndex(north!, "login", "0836551234"),
      blindIndex(south!, "phone", "0836551234"),
    ].map((index) => index.toString("hex"));
    expect(new Set(indexes).size).toBe(3);
    expect(blindIndex(north!, "phone", "0836551234").toString("hex")).toBe(indexes[0]);
  });
});
