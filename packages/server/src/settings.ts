import { fail, ok, type Result } from "@noriai/kernel";
import { z } from "zod";
import { NOTICE_PAIRS, NOTICE_SCHEMA, NOTICE_SENTENCES, noticeSettings } from "./notify/notice-settings.ts";
import type { NoticeSettings } from "./notify/ways-of.ts";

/** What the environment decides. */
export interface Settings {
  readonly mode: "demo" | "production";
  readonly port: number;
  /** The address listened on; the demo never leaves this machine. */
  readonly listen: string;
  readonly dataFolder: string;
  /** Absent: the embedded database in the data folder. */
  readonly databaseUrl?: string;
  /** Absent in the demo: made once and kept in the data folder. */
  readonly masterKey?: Uint8Array;
  readonly publicOrigin?: string;
  readonly proxyHops: number;
  /** Make plans better between bookings. */
  readonly improve: boolean;
  /** By which ways riders are told. */
  readonly notices?: NoticeSettings;
}

/** One sentence in both languages: which variable, and what to write there. */
export interface SettingsFault {
  readonly variable: string;
  readonly ja: string;
  readonly en: string;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Sentence = Pick<SettingsFault, "ja" | "en">;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

const SENTENCES: Readonly<Record<string, Sentence>> = {
  NORIAI_MODE: {
    ja: "NORIAI_MODE は demo か production にしてください。",
    en: "Set NORIAI_MODE to demo or production.",
  },
  NORIAI_PORT: {
    ja: "NORIAI_PORT は 1〜65535 の整数にしてください（例 8080）。",
    en: "Set NORIAI_PORT to a whole number from 1 to 65535, for example 8080.",
  },
  NORIAI_LISTEN: {
    ja: "NORIAI_LISTEN は待ち受ける IP アドレスにしてください（例 127.0.0.1、すべてなら 0.0.0.0）。",
    en: "Set NORIAI_LISTEN to an IP address of this machine, for example 127.0.0.1, or 0.0.0.0 for all of them.",
  },
  NORIAI_DATA: {
    ja: "NORIAI_DATA はデータを置くフォルダーのパスにしてください（例 ./.noriai）。",
    en: "Set NORIAI_DATA to the path of the data folder, for example ./.noriai.",
  },
  NORIAI_DATABASE_URL: {
    ja: "NORIAI_DATABASE_URL は postgres://利用者:パスワード@ホスト:5432/データベース の形にしてください。",
    en: "Write NORIAI_DATABASE_URL like postgres://user:password@host:5432/database.",
  },
  NORIAI_MASTER_KEY: {
    ja: "NORIAI_MASTER_KEY は 32 バイトを base64 で書いた 44 文字にしてください（作り方: openssl rand -base64 32）。",
    en: "Set NORIAI_MASTER_KEY to 32 bytes written in base64, 44 characters (make one with: openssl rand -base64 32).",
  },
  NORIAI_PUBLIC_URL: {
    ja: "NORIAI_PUBLIC_URL は利用者が開くアドレスにしてください（例 https://noriai.example.jp、パスなし）。",
    en: "Set NORIAI_PUBLIC_URL to the address that browsers open, for example https://noriai.example.jp, without a path.",
  },
  NORIAI_PROXY_HOPS: {
    ja: "NORIAI_PROXY_HOPS は前に置いたプロキシの数（0〜5）にしてください。",
    en: "Set NORIAI_PROXY_HOPS to the number of proxies in front, 0 to 5.",
  },
  NORIAI_IMPROVE: {
    ja: "NORIAI_IMPROVE は on か off にしてください。",
    en: "Set NORIAI_IMPROVE to on or off.",
  },
  ...NOTICE_SENTENCES,
};

const schema = z.object({
  NORIAI_MODE: z.enum(["demo", "production"]).default("demo"),
  NORIAI_PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(8080),
  NORIAI_LISTEN: z.union([z.ipv4(), z.ipv6(), z.literal("localhost")]).default("127.0.0.1"),
  NORIAI_DATA: z
    .string()
    .refine((path) => !path.includes("\0"))
    .default("./.noriai"),
  NORIAI_DATABASE_URL: z
    .string()
    .refine((url) => URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol))
    .optional(),
  NORIAI_MASTER_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .transform((text) => new Uint8Array(Buffer.from(text, "base64")))
    .optional(),
  NORIAI_PUBLIC_URL: z.string().refine(isOrigin).transform(originOf).optional(),
  NORIAI_PROXY_HOPS: z
    .string()
    .regex(/^[0-5]$/)
    .transform(Number)
    .default(0),
  NORIAI_IMPROVE: z
    .enum(["on", "off"])
    .transform((value) => value === "on")
    .default(true),
  ...NOTICE_SCHEMA,
});

/** Reads the settings out of environment variables; an empty one counts as not set. Never repeats a value. */
export function parseSettings(environment: Environment): Result<Settings, readonly SettingsFault[]> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const variables = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    return fail([...variables].map((variable) => ({ variable, ...SENTENCES[variable]! })));
  }
  const faults = [...unknownVariables(given), ...modeFaults(parsed.data), ...loneVariables(given)];
  return faults.length > 0 ? fail(faults) : ok(settingsOf(parsed.data));
}

/** A misspelt variable would silently be missing. */
function unknownVariables(given: Environment): SettingsFault[] {
  return Object.keys(given)
    .filter((name) => name.startsWith("NORIAI_") && !(name in SENTENCES))
    .map((variable) => ({
      variable,
      ja: `${variable} という設定はありません。名前を確かめるか、取り除いてください。`,
      en: `There is no setting ${variable}. Check its name or remove it.`,
    }));
}

/** Of two that belong together one is missing. */
function loneVariables(given: Environment): SettingsFault[] {
  return NOTICE_PAIRS.flatMap((pair) => {
    const [missing, ...others] = pair.filter((variable) => given[variable] === undefined);
    if (missing === undefined || others.length > 0) return [];
    return [{ variable: missing, ...NOTICE_SENTENCES[missing] }];
  });
}

function modeFaults(values: z.output<typeof schema>): SettingsFault[] {
  if (values.NORIAI_MODE === "demo") {
    if (LOOPBACK.test(values.NORIAI_LISTEN)) return [];
    return [
      {
        variable: "NORIAI_LISTEN",
        ja: "デモは誰でも入れるので、このマシンの外には開けません。NORIAI_LISTEN を 127.0.0.1 にするか、NORIAI_MODE=production にしてください。",
        en: "Anybody can enter the demo, so it stays on this machine. Set NORIAI_LISTEN to 127.0.0.1, or use NORIAI_MODE=production.",
      },
    ];
  }
  const needed = ["NORIAI_MASTER_KEY", "NORIAI_PUBLIC_URL"] as const;
  const missing = needed.filter((name) => values[name] === undefined);
  const faults: SettingsFault[] = missing.map((variable) => ({
    variable,
    ja: `本番モードには ${variable} が必要です。${SENTENCES[variable]!.ja}`,
    en: `Production mode needs ${variable}. ${SENTENCES[variable]!.en}`,
  }));
  if (values.NORIAI_PUBLIC_URL?.startsWith("http:"))
    faults.push({
      variable: "NORIAI_PUBLIC_URL",
      ja: "本番モードの NORIAI_PUBLIC_URL は https:// で始めてください。",
      en: "In production mode NORIAI_PUBLIC_URL begins with https://.",
    });
  return faults;
}

function settingsOf(values: z.output<typeof schema>): Settings {
  const { NORIAI_DATABASE_URL, NORIAI_MASTER_KEY, NORIAI_PUBLIC_URL } = values;
  return {
    mode: values.NORIAI_MODE,
    port: values.NORIAI_PORT,
    listen: values.NORIAI_LISTEN,
    dataFolder: values.NORIAI_DATA,
    proxyHops: values.NORIAI_PROXY_HOPS,
    improve: values.NORIAI_IMPROVE,
    ...noticeSettings(values, NORIAI_PUBLIC_URL),
    ...(NORIAI_DATABASE_URL && { databaseUrl: NORIAI_DATABASE_URL }),
    ...(NORIAI_MASTER_KEY && { masterKey: NORIAI_MASTER_KEY }),
    ...(NORIAI_PUBLIC_URL && { publicOrigin: NORIAI_PUBLIC_URL }),
  };
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash, username } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === "/" && search === "" && hash === "" && username === "";
}

function originOf(text: string): string {
  return new URL(text).origin;
}
