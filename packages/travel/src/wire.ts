/** One field of a protobuf message: a whole number (`value`) or a piece of the message (`bytes`). */
export interface WireField {
  readonly tag: number;
  readonly value: number;
  readonly bytes: Uint8Array | undefined;
}

/**
 * Reads the fields of one protobuf message in order.
 * @throws RangeError when a field reaches beyond the message or has an unknown shape
 */
export function* wireFields(message: Uint8Array): Generator<WireField> {
  const cursor = { at: 0 };
  while (cursor.at < message.length) {
    const key = readVarint(message, cursor);
    const tag = Math.floor(key / 8);
    const shape = key % 8;
    if (shape === 0) yield { tag, value: readVarint(message, cursor), bytes: undefined };
    else if (shape === 2) yield { tag, value: 0, bytes: take(message, cursor, readVarint(message, cursor)) };
    else if (shape === 1) yield { tag, value: 0, bytes: take(message, cursor, 8) };
    else if (shape === 5) yield { tag, value: 0, bytes: take(message, cursor, 4) };
    else throw new RangeError(`unknown field shape ${shape}`);
  }
}

/** Counts the whole numbers of a packed field. */
export function countPacked(packed: Uint8Array): number {
  let count = 0;
  for (const byte of packed) if (byte < 0x80) count++;
  return count;
}

/** Calls `visit` with each whole number of a packed field, in order. */
export function eachPacked(packed: Uint8Array, visit: (value: number) => void): void {
  const cursor = { at: 0 };
  while (cursor.at < packed.length) visit(readVarint(packed, cursor));
}

function take(message: Uint8Array, cursor: { at: number }, length: number): Uint8Array {
  const end = cursor.at + length;
  if (end > message.length) throw new RangeError("a field reaches beyond its message");
  const piece = message.subarray(cursor.at, end);
  cursor.at = end;
  return piece;
}

function readVarint(message: Uint8Array, cursor: { at: number }): number {
  let value = 0;
  let scale = 1;
  for (let count = 0; count < 10; count++) {
    const byte = message[cursor.at++];
    if (byte === undefined) throw new RangeError("a number reaches beyond its message");
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
    scale *= 128;
  }
  throw new RangeError("a number of more than ten bytes");
}
