import { describe, expect, test } from "vitest";
import { qrModules } from "../src/ui/qr-modules.ts";

const ADDRESS = "https://noriai.example.jp/t/ube-demo/terminal#12345678";

/** Reads a code as a camera's program does: the mask off, the bits in their order, the check bytes proved. */
function readBack(rows: readonly (readonly boolean[])[]): {
  readonly text: string;
  readonly isSound: boolean;
} {
  const size = rows.length;
  const isFixed = (x: number, y: number) =>
    (x < 9 && y < 9) ||
    (x >= size - 8 && y < 9) ||
    (x < 9 && y >= size - 8) ||
    x === 6 ||
    y === 6 ||
    (Math.abs(x - 30) <= 2 && Math.abs(y - 30) <= 2);
  const bits: number[] = [];
  const columns = [...Array(size).keys()].filter((x) => x !== 6).reverse();
  for (let pair = 0; pair < columns.length / 2; pair++)
    for (let step = 0; step < size; step++)
      for (const x of columns.slice(2 * pair, 2 * pair + 2)) {
        const y = pair % 2 === 0 ? size - 1 - step : step;
        if (!isFixed(x, y)) bits.push(Number(rows[y]![x]! !== ((x + y) % 2 === 0)));
      }
  const bytes = Array.from({ length: 134 }, (_, k) =>
    Number.parseInt(bits.slice(8 * k, 8 * k + 8).join(""), 2),
  );
  const nibbles = bytes.flatMap((byte) => [byte >> 4, byte & 15]);
  const count = nibbles[1]! * 16 + nibbles[2]!;
  const text = Array.from({ length: count }, (_, k) => nibbles[3 + 2 * k]! * 16 + nibbles[4 + 2 * k]!);
  return {
    text: new TextDecoder().decode(Uint8Array.from(text)),
    isSound: nibbles[0] === 4 && isCodeword(bytes),
  };
}

/** Whether the bytes, as a polynomial over GF(256), vanish at the first 26 powers of 2; by tables of powers. */
function isCodeword(bytes: readonly number[]): boolean {
  const power: number[] = [1];
  for (let k = 1; k < 255; k++) power.push((power[k - 1]! * 2) ^ (power[k - 1]! >= 128 ? 285 : 0));
  const log = new Map(power.map((value, exponent) => [value, exponent]));
  return Array.from({ length: 26 }, (_, root) =>
    bytes.reduce((sum, byte) => (sum === 0 ? 0 : power[(log.get(sum)! + root) % 255]!) ^ byte, 0),
  ).every((rest) => rest === 0);
}

describe("QR codes", () => {
  test("hold the address, with check bytes that prove it", () => {
    const rows = qrModules(ADDRESS)!;
    expect(rows).toHaveLength(37);
    expect(readBack(rows)).toEqual({ text: ADDRESS, isSound: true });
  });

  test("say their level and mask in both places, as the standard's table writes them", () => {
    const rows = qrModules(ADDRESS)!;
    const bits = (places: readonly (readonly [x: number, y: number])[]) =>
      places.map(([x, y]) => Number(rows[y]![x])).join("");
    const first = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => [x, 8] as const);
    const then = [7, 5, 4, 3, 2, 1, 0].map((y) => [8, y] as const);
    expect(bits([...first, ...then])).toBe("111011111000100");
    const low = [36, 35, 34, 33, 32, 31, 30].map((y) => [8, y] as const);
    const right = [29, 30, 31, 32, 33, 34, 35, 36].map((x) => [x, 8] as const);
    expect(bits([...low, ...right])).toBe("111011111000100");
  });

  test("one module read wrong is noticed; a text that is too long makes none", () => {
    const rows = qrModules(ADDRESS)!.map((row) => [...row]);
    rows[20]![20] = !rows[20]![20];
    expect(readBack(rows).isSound).toBe(false);
    expect(qrModules("x".repeat(107))).toBeUndefined();
    expect(readBack(qrModules("x".repeat(106))!)).toEqual({ text: "x".repeat(106), isSound: true });
  });
});
