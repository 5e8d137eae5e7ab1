import { describe, expect, test } from "vitest";
import { hashPassword, SALT_BYTES, verifyPassword } from "../src/index.ts";

const salt = Uint8Array.from({ length: SALT_BYTES }, (_, i) => i);
const cost = { memoryKibibytes: 64, passes: 1, lanes: 1 };

describe("passwords", () => {
  test("a stored password is known again, and no other one is", async () => {
    const stored = await hashPassword({ password: "のりあい-2026", salt, cost });
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
    expect(await verifyPassword("のりあい-2026", stored)).toBe(true);
    expect(await verifyPassword("のりあい-2027", stored)).toBe(false);
    expect(await verifyPassword("", stored)).toBe(false);
  });

  test("the text is the one of the argon2 reference program", async () => {
    // echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32 -e
    const reference =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    expect(await verifyPassword("password", reference)).toBe(true);
    expect(await verifyPassword("Password", reference)).toBe(false);
  });

  test("a word typed composed or decomposed is the same password", async () => {
    const stored = await hashPassword({ password: "がっこう", salt, cost });
    expect(await verifyPassword("がっこう".normalize("NFD"), stored)).toBe(true);
  });

  test("two salts give two texts", async () => {
    const other = Uint8Array.from(salt, (byte) => byte ^ 255);
    expect(await hashPassword({ password: "a", salt, cost })).not.toBe(
      await hashPassword({ password: "a", salt: other, cost }),
    );
  });

  test("damaged, foreign and greedy texts are nobody's password and cost nothing", async () => {
    const good = await hashPassword({ password: "a", salt, cost });
    const bad = [
      "",
      "a",
      good.slice(0, -30),
      good.replace("argon2id", "argon2i"),
      good.replace("t=1", "t=0"),
    ];
    bad.push(good.replace("m=64", "m=99999999"), good.replace("p=1", "p=100"), `${good}$x`);
    for (const stored of bad) expect(await verifyPassword("a", stored)).toBe(false);
  });
});
