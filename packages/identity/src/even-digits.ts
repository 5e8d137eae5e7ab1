/** Bytes as decimal digits, each as likely as the others: the last six values of a byte are left out. */
export const evenDigits = (random: Uint8Array): string =>
  [...random]
    .filter((byte) => byte < 250)
    .map((byte) => byte % 10)
    .join("");
