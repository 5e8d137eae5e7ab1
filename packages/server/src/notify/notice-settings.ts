import { z } from "zod";
import type { NoticeSettings } from "./ways-of.ts";

/** The environment's variables about telling riders, as text. */
export interface NoticeVariables {
  readonly NORIAI_SMTP_URL?: string | undefined;
  readonly NORIAI_MAIL_FROM?: string | undefined;
  readonly NORIAI_SMS_URL?: string | undefined;
  readonly NORIAI_SMS_SECRET?: string | undefined;
  readonly NORIAI_PUSH_KEY?: string | undefined;
}

export const NOTICE_SCHEMA = {
  NORIAI_SMTP_URL: z
    .string()
    .refine((url) => URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol))
    .optional(),
  NORIAI_MAIL_FROM: z.email().optional(),
  NORIAI_SMS_URL: z
    .string()
    .refine((url) => URL.canParse(url) && isPrivateWay(new URL(url)))
    .optional(),
  NORIAI_SMS_SECRET: z.string().min(32).optional(),
  NORIAI_PUSH_KEY: z
    .string()
    .regex(/^[\w-]{43}$/)
    .optional(),
};

/** Encrypted, or a program on the same machine. */
const isPrivateWay = ({ protocol, hostname }: URL): boolean =>
  protocol === "https:" || (protocol === "http:" && /^(localhost|127\.|\[::1\])/.test(hostname));

/** Two variables of which one is of no use without the other. */
export const NOTICE_PAIRS = [
  ["NORIAI_SMTP_URL", "NORIAI_MAIL_FROM"],
  ["NORIAI_SMS_URL", "NORIAI_SMS_SECRET"],
] as const;

export const NOTICE_SENTENCES = {
  NORIAI_SMTP_URL: {
    ja: "NORIAI_SMTP_URL は smtps://利用者:パスワード@ホスト:465 の形にしてください。NORIAI_MAIL_FROM と組で使います。",
    en: "Write NORIAI_SMTP_URL like smtps://user:password@host:465. It goes with NORIAI_MAIL_FROM.",
  },
  NORIAI_MAIL_FROM: {
    ja: "NORIAI_MAIL_FROM は差出人のメールアドレスにしてください（例 norai@city.example.jp）。NORIAI_SMTP_URL と組で使います。",
    en: "Set NORIAI_MAIL_FROM to the sender's e-mail address, for example ride@city.example.jp. It goes with NORIAI_SMTP_URL.",
  },
  NORIAI_SMS_URL: {
    ja: "NORIAI_SMS_URL は SMS を送るプログラムの https:// のアドレスにしてください（同じマシンなら http://127.0.0.1 も可）。NORIAI_SMS_SECRET と組で使います。",
    en: "Set NORIAI_SMS_URL to the https:// address of the program that sends short messages (http://127.0.0.1 on the same machine). It goes with NORIAI_SMS_SECRET.",
  },
  NORIAI_SMS_SECRET: {
    ja: "NORIAI_SMS_SECRET は 32 文字以上にしてください（作り方: openssl rand -base64 32）。NORIAI_SMS_URL と組で使います。",
    en: "Set NORIAI_SMS_SECRET to at least 32 characters (make one with: openssl rand -base64 32). It goes with NORIAI_SMS_URL.",
  },
  NORIAI_PUSH_KEY: {
    ja: "NORIAI_PUSH_KEY は P-256 の秘密鍵を base64url で書いた 43 文字にしてください（作り方: npx web-push generate-vapid-keys の Private Key）。",
    en: "Set NORIAI_PUSH_KEY to a P-256 private key in base64url, 43 characters (the Private Key that npx web-push generate-vapid-keys makes).",
  },
};

/** The ways that the variables set up; nothing where they set up none. */
export function noticeSettings(
  values: NoticeVariables,
  publicOrigin: string | undefined,
): { readonly notices?: NoticeSettings } {
  const { NORIAI_SMTP_URL, NORIAI_MAIL_FROM, NORIAI_SMS_URL, NORIAI_SMS_SECRET, NORIAI_PUSH_KEY } = values;
  const contact = NORIAI_MAIL_FROM ? `mailto:${NORIAI_MAIL_FROM}` : publicOrigin;
  const notices: NoticeSettings = {
    ...(NORIAI_SMTP_URL && NORIAI_MAIL_FROM && { mail: { url: NORIAI_SMTP_URL, from: NORIAI_MAIL_FROM } }),
    ...(NORIAI_SMS_URL && NORIAI_SMS_SECRET && { sms: { url: NORIAI_SMS_URL, secret: NORIAI_SMS_SECRET } }),
    ...(NORIAI_PUSH_KEY && contact && { push: { privateKey: NORIAI_PUSH_KEY, contact } }),
  };
  return Object.keys(notices).length === 0 ? {} : { notices };
}
