/** A phone number as digits with the leading zero: "０９０-1234-5678" and "+81 (0)90.1234.5678" become "09012345678". */
export function normalisePhone(text: string): string {
  const plain = text.normalize("NFKC").trim();
  const digits = plain.replace(/\D/gu, "");
  return plain.startsWith("+81") ? `0${digits.slice(2).replace(/^0/u, "")}` : digits;
}

/** 060, 070, 080, 090: a telephone that takes short messages. */
export const isMobile = (phone: string): boolean => /^0[6789]0\d{8}$/.test(normalisePhone(phone));
