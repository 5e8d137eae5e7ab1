/** What was typed as an address, in its normal form; nothing when it cannot be one. */
export function typedAddress(means: "email" | "sms", typed: string): string | undefined {
  const text = typed.normalize("NFKC").replace(/\s/g, "");
  if (means === "email") return /^[^@]+@[^@.]+(\.[^@.]+)+$/.test(text) ? text : undefined;
  const digits = text.replace(/[-‐－ー()]/g, "");
  return /^0[6789]0\d{8}$/.test(digits) ? digits.replace(/^(\d{3})(\d{4})(\d{4})$/, "$1-$2-$3") : undefined;
}
