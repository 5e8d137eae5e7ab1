/**
 * Whether a text holds what can only be a My Number (個人番号): twelve digits in a row, in any width, with or without
 * spaces and hyphens between them, the last of which is the check digit of the others. It must never be kept. POL-ID-1
 *
 * @see 番号利用法に規定する個人番号の提供等に関する命令第5条 (check digit)
 */
export function holdsMyNumber(text: string): boolean {
  const plain = text.normalize("NFKC").replace(/(?<=\d)[\s‐‑–—−-](?=\d)/gu, "");
  return (plain.match(/(?<!\d)\d{12}(?!\d)/gu) ?? []).some(hasCheckDigit);
}

function hasCheckDigit(digits: string): boolean {
  const values = [...digits].map(Number);
  const check = values.pop();
  // Counted from the right: the weights are 2 to 7, then 2 to 6.
  const sum = values.reverse().reduce((total, digit, k) => total + digit * (k < 6 ? k + 2 : k - 4), 0);
  const rest = sum % 11;
  return check === (rest <= 1 ? 0 : 11 - rest);
}
