import { holdsMyNumber } from "@noriai/booking";
import { z } from "zod";

/** A My Number is never taken: not in a field of a person, and not in free words about one. POL-ID-1 */
export const withoutMyNumber = (text: z.ZodString) =>
  text.refine((typed) => !holdsMyNumber(typed), { error: "a My Number", params: { because: "my-number" } });

/** 氏名 */
export const personName = withoutMyNumber(z.string().trim().min(1).max(60));

/** ふりがな */
export const kana = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((text) => text === "" || /^[\p{sc=Hiragana}\p{sc=Katakana}ー・\s　]+$/u.test(text), {
    error: "not kana",
    params: { because: "kana" },
  });

/** A number in Japan: ten or eleven digits, the first of them 0, with or without hyphens. */
export const phone = z
  .string()
  .trim()
  .min(1)
  .max(20)
  .refine((text) => text === "" || (/^0[\d-]+$/.test(text) && /^\d{10,11}$/.test(text.replaceAll("-", ""))), {
    error: "not a phone number",
    params: { because: "phone" },
  });

/** An address as far as the town (町丁目). D-09 */
export const townName = withoutMyNumber(z.string().trim().min(1).max(100));
