/*
 * One size of QR code is enough for an address: version 5, level L, 37 by 37 modules, at most 106 bytes in one block.
 * ISO/IEC 18004
 */
const SIZE = 37;
const DATA_BYTES = 108;
const CHECK_BYTES = 26;
const TEXT_BYTES_MAX = 106;
const ALIGNMENT_AT = 30;

/** The dark modules of a text, row by row; nothing when it is too long. */
export function qrModules(text: string): readonly (readonly boolean[])[] | undefined {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > TEXT_BYTES_MAX) return undefined;
  const data = dataBytes(bytes);
  const bits = [...data, ...checkBytes(data)].flatMap(bitsOf);
  const grid = emptyGrid();
  drawFinders(grid);
  drawAlignment(grid);
  drawTiming(grid);
  drawFormat(grid);
  drawData(grid, bits);
  return grid.map((row) => row.map((module) => module === true));
}

type Grid = (boolean | undefined)[][];

const emptyGrid = (): Grid =>
  Array.from({ length: SIZE }, () => Array<boolean | undefined>(SIZE).fill(undefined));

/** Mode "bytes", the count, the text, an end, then two bytes in turn that mean nothing. */
function dataBytes(bytes: Uint8Array): readonly number[] {
  const bits = [0, 1, 0, 0, ...bitsOf(bytes.length), ...[...bytes].flatMap(bitsOf), 0, 0, 0, 0];
  const filled = Array.from({ length: bits.length / 8 }, (_, k) =>
    bits.slice(8 * k, 8 * k + 8).reduce((byte, bit) => 2 * byte + bit, 0),
  );
  while (filled.length < DATA_BYTES) filled.push((filled.length - bytes.length) % 2 === 0 ? 0xec : 0x11);
  return filled;
}

const bitsOf = (byte: number): readonly number[] =>
  Array.from({ length: 8 }, (_, k) => (byte >> (7 - k)) & 1);

/** Reed–Solomon over GF(256) with x⁸+x⁴+x³+x²+1: the remainder of the data after division by the generator. */
function checkBytes(data: readonly number[]): readonly number[] {
  const generator = generatorOf(CHECK_BYTES);
  const rest = [...data, ...Array<number>(CHECK_BYTES).fill(0)];
  for (let k = 0; k < data.length; k++) {
    const factor = rest[k]!;
    if (factor === 0) continue;
    for (const [i, coefficient] of generator.entries()) rest[k + i]! ^= times(coefficient, factor);
  }
  return rest.slice(data.length);
}

/** (x − 1)(x − 2)(x − 4)…, highest power first. */
function generatorOf(degree: number): readonly number[] {
  let product = [1];
  let root = 1;
  for (let k = 0; k < degree; k++) {
    const next = [...product, 0];
    for (const [i, coefficient] of product.entries()) next[i + 1]! ^= times(coefficient, root);
    product = next;
    root = times(root, 2);
  }
  return product;
}

function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ (product & 0x80 ? 0x11d : 0);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

/** Three corner squares with their white edges. */
function drawFinders(grid: Grid): void {
  for (const [top, left] of [
    [0, 0],
    [0, SIZE - 7],
    [SIZE - 7, 0],
  ] as const)
    for (let y = -1; y <= 7; y++)
      for (let x = -1; x <= 7; x++) {
        const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
        set(grid, { x: left + x, y: top + y }, ring !== 2 && ring !== 4);
      }
}

function drawAlignment(grid: Grid): void {
  for (let y = -2; y <= 2; y++)
    for (let x = -2; x <= 2; x++)
      set(grid, { x: ALIGNMENT_AT + x, y: ALIGNMENT_AT + y }, Math.max(Math.abs(x), Math.abs(y)) !== 1);
}

function drawTiming(grid: Grid): void {
  for (let at = 8; at < SIZE - 8; at++) {
    set(grid, { x: at, y: 6 }, at % 2 === 0);
    set(grid, { x: 6, y: at }, at % 2 === 0);
  }
}

/** Level L with mask 0, with its own check bits: 01000 → 111011111000100. */
const FORMAT = [1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0];

/** Twice: around the first corner, and beside the two others. */
function drawFormat(grid: Grid): void {
  const around = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => ({ x, y: 8 }));
  const upwards = [7, 5, 4, 3, 2, 1, 0].map((y) => ({ x: 8, y }));
  const below = Array.from({ length: 7 }, (_, k) => ({ x: 8, y: SIZE - 1 - k }));
  const right = Array.from({ length: 8 }, (_, k) => ({ x: SIZE - 8 + k, y: 8 }));
  for (const places of [
    [...around, ...upwards],
    [...below, ...right],
  ])
    for (const [k, place] of places.entries()) set(grid, place, FORMAT[k] === 1);
  set(grid, { x: 8, y: SIZE - 8 }, true);
}

/** In pairs of columns from the right, up and down in turn, past the timing column; every other module turned over. */
function drawData(grid: Grid, bits: readonly number[]): void {
  let next = 0;
  let upwards = true;
  for (let right = SIZE - 1; right > 0; right -= 2) {
    if (right === 6) right--;
    for (let step = 0; step < SIZE; step++) {
      const y = upwards ? SIZE - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (grid[y]![x] !== undefined) continue;
        const bit = bits[next++] ?? 0;
        grid[y]![x] = (bit === 1) !== ((x + y) % 2 === 0);
      }
    }
    upwards = !upwards;
  }
}

function set(grid: Grid, { x, y }: { readonly x: number; readonly y: number }, dark: boolean): void {
  if (x >= 0 && y >= 0 && x < SIZE && y < SIZE) grid[y]![x] = dark;
}
