const MOST = 1_000_000;

/** Reads an amount as typed, full or half width, with or without commas; nothing when it is none or out of range. */
export function typedYen(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/[\s,円¥]/g, "");
  const amount = /^\d{1,7}$/.test(plain) ? Number(plain) : undefined;
  return amount !== undefined && amount <= MOST ? amount : undefined;
}
