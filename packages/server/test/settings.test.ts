import { describe, expect, test } from "vitest";
import { parseSettings } from "../src/index.ts";

const KEY = Buffer.alloc(32, 7).toString("base64");

describe("the environment", () => {
  test("that says nothing is the demo on this machine, on port 8080, with data in .noriai", () => {
    expect(parseSettings({ PATH: "/bin", NORIAI_PORT: "" })).toEqual({
      ok: true,
      value: {
        mode: "demo",
        port: 8080,
        listen: "127.0.0.1",
        dataFolder: "./.noriai",
        proxyHops: 0,
        improve: true,
      },
    });
  });

  test("sets up the ways by which riders are told; half a way is a fault that names the missing half", () => {
    const smtp = "smtps://user:secret@mail.example.jp:465";
    const answer = parseSettings({
      ...{ NORIAI_SMTP_URL: smtp, NORIAI_MAIL_FROM: "ride@city.example.jp" },
      ...{ NORIAI_SMS_URL: "https://sms.example.jp/send", NORIAI_SMS_SECRET: "s".repeat(32) },
      NORIAI_PUSH_KEY: "A".repeat(43),
    });
    expect(answer).toMatchObject({
      value: {
        notices: {
          mail: { url: smtp, from: "ride@city.example.jp" },
          sms: { url: "https://sms.example.jp/send", secret: "s".repeat(32) },
          push: { privateKey: "A".repeat(43), contact: "mailto:ride@city.example.jp" },
        },
      },
    });
    const faultsOf = (environment: Record<string, string>) => {
      const parsed = parseSettings(environment);
      return parsed.ok ? [] : parsed.error.map(({ variable }) => variable);
    };
    expect(faultsOf({ NORIAI_SMTP_URL: smtp })).toEqual(["NORIAI_MAIL_FROM"]);
    expect(faultsOf({ NORIAI_SMS_SECRET: "s".repeat(32) })).toEqual(["NORIAI_SMS_URL"]);
    expect(faultsOf({ NORIAI_SMS_URL: "http://sms.example.jp", NORIAI_SMS_SECRET: "s".repeat(32) })).toEqual([
      "NORIAI_SMS_URL",
    ]);
    expect(faultsOf({ NORIAI_PUSH_KEY: "short" })).toEqual(["NORIAI_PUSH_KEY"]);
  });

  test("of production needs its secrets and its address", () => {
    const answer = parseSettings({ NORIAI_MODE: "production" });
    expect(answer.ok ? [] : answer.error.map(({ variable }) => variable)).toEqual([
      "NORIAI_MASTER_KEY",
      "NORIAI_PUBLIC_URL",
    ]);
    const whole = parseSettings({
      NORIAI_MODE: "production",
      NORIAI_MASTER_KEY: KEY,
      NORIAI_PUBLIC_URL: "https://noriai.example.jp/",
      NORIAI_LISTEN: "0.0.0.0",
      NORIAI_DATABASE_URL: "postgres://noriai:secret@db/noriai",
    });
    expect(whole).toMatchObject({
      ok: true,
      value: { mode: "production", listen: "0.0.0.0", publicOrigin: "https://noriai.example.jp" },
    });
  });

  test.each([
    ["NORIAI_MODE", "live"],
    ["NORIAI_PORT", "http"],
    ["NORIAI_PORT", "65536"],
    ["NORIAI_PORT", "-1"],
    ["NORIAI_PORT", "80.5"],
    ["NORIAI_LISTEN", "everywhere"],
    ["NORIAI_LISTEN", "0.0.0.0"],
    ["NORIAI_LISTEN", "192.168.1.5"],
    ["NORIAI_DATA", "a\0b"],
    ["NORIAI_DATABASE_URL", "mysql://a/b"],
    ["NORIAI_DATABASE_URL", "postgres"],
    ["NORIAI_MASTER_KEY", "too short"],
    ["NORIAI_MASTER_KEY", KEY.slice(0, -1)],
    ["NORIAI_PUBLIC_URL", "noriai.example.jp"],
    ["NORIAI_PUBLIC_URL", "https://a.example/path"],
    ["NORIAI_PROXY_HOPS", "many"],
    ["NORIAI_PROT", "8080"],
  ])(
    "%s=%s gets one sentence in each language that names it and never repeats a secret",
    (variable, value) => {
      const answer = parseSettings({ [variable]: value });
      expect(answer.ok).toBe(false);
      const faults = answer.ok ? [] : answer.error;
      expect(faults).toHaveLength(1);
      const { ja, en } = faults[0]!;
      expect(faults[0]!.variable).toBe(variable);
      expect(ja).toContain(variable);
      expect(en).toContain(variable);
      if (variable === "NORIAI_MASTER_KEY") expect(`${ja}${en}`).not.toContain(value);
    },
  );
});
