/** The twelve digits of an invitation as typed: in full width, with gaps or dashes; nothing when it cannot be one. */
export function typedCode(text: string): string | undefined {
  const digits = text.normalize("NFKC").replace(/[\s\p{Pd}]/gu, "");
  return /^\d{12}$/.test(digits) ? digits : undefined;
}
