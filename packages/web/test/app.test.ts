import { describe, expect, test } from "vitest";
import { appOf } from "../src/app/app-of.ts";
import { newKey, type Random, seal, unseal } from "../src/kept/seal.ts";
import { worldAfter } from "../src/kept/world-after.ts";
import { noticed } from "../src/rider/day/noticed.ts";
import { type BuiltFile, closureOf } from "../worker/closure.ts";

describe("what the device keeps", () => {
  let drawn = 0;
  const random: Random = (count) => new Uint8Array(count).fill(++drawn);
  const ticket = { boardingCode: "4071", stop: "常盤公園" };

  test("opens with its own key and in its own place only, and no byte of it may have changed", async () => {
    const [key, other] = await Promise.all([newKey(), newKey()]);
    const sealed = await seal(ticket, { key, name: "ube listMyBookings", random });
    expect(await unseal(sealed, { key, name: "ube listMyBookings" })).toEqual(ticket);
    expect(await unseal(sealed, { key: other, name: "ube listMyBookings" })).toBeUndefined();
    expect(await unseal(sealed, { key, name: "iizuka listMyBookings" })).toBeUndefined();
    const changed = new Uint8Array(sealed.bytes.slice(0));
    changed[3]! ^= 1;
    expect(
      await unseal({ iv: sealed.iv, bytes: changed.buffer }, { key, name: "ube listMyBookings" }),
    ).toBeUndefined();
  });

  test("shows nothing of its content, and the same content never looks the same twice", async () => {
    const key = await newKey();
    const once = await seal(ticket, { key, name: "n", random });
    const twice = await seal(ticket, { key, name: "n", random });
    expect(new TextDecoder().decode(once.bytes)).not.toContain("4071");
    expect(new Uint8Array(once.bytes)).not.toEqual(new Uint8Array(twice.bytes));
  });

  test("its key can be used and not taken away", async () => {
    const key = await newKey();
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
  });
});

describe("the time without a network", () => {
  const world = { mode: "production", now: "2026-11-24T09:00:00+09:00", tenants: [] } as const;
  const at = (text: string) => Date.parse(text);

  test("goes on with the device's clock from what the server last showed", () => {
    const later = worldAfter({ ...world, tenants: [] }, 90_000);
    expect(Date.parse(later.now)).toBe(at("2026-11-24T09:01:30+09:00"));
  });

  test("in the demo it runs as fast as the town's clock did, and stands where that stood", () => {
    const demo = (running: boolean) => ({ ...world, tenants: [], demoClock: { rate: 60, running } });
    expect(Date.parse(worldAfter(demo(true), 1_000).now)).toBe(at("2026-11-24T09:01:00+09:00"));
    expect(Date.parse(worldAfter(demo(false), 1_000).now)).toBe(at(world.now));
  });

  test("never runs backwards when the device's clock was set back", () => {
    expect(Date.parse(worldAfter({ ...world, tenants: [] }, -3_600_000).now)).toBe(at(world.now));
  });
});

describe("the built files that are kept from the first visit on", () => {
  const chunk = (
    fileName: string,
    imports: readonly string[] = [],
    css: readonly string[] = [],
  ): BuiltFile => ({
    ...{ type: "chunk", fileName, imports },
    viteMetadata: { importedCss: new Set(css) },
  });
  const files = [
    chunk("entry.js", ["shared.js"], ["entry.css"]),
    chunk("shared.js", ["entry.js"]),
    chunk("ride.js", ["shared.js"], ["ride.css"]),
    chunk("road-map.js", ["shared.js"], ["road-map.css"]),
  ];

  test("are the faces with all that is loaded together with them, once each, and not the map", () => {
    const names = closureOf(files, [files[0]!, files[2]!]).map(({ fileName }) => fileName);
    expect(names.toSorted()).toEqual(["entry.css", "entry.js", "ride.css", "ride.js", "shared.js"]);
  });
});

describe("the app that a page belongs to", () => {
  test.each([
    ["/t/ube-demo", "ride"],
    ["/t/ube-demo/", "ride"],
    ["/t/ube-demo/ride/book/from", "ride"],
    ["/t/ube-demo/sign-in", "ride"],
    ["/t/ube-demo/drive", "drive"],
    ["/t/ube-demo/terminal", "drive"],
    ["/t/ube-demo/board", undefined],
  ])("%s: %s", (path, app) => {
    expect(appOf(path)).toBe(app);
  });
});

describe("[FIELD-20] what a rider notices of an interval", () => {
  const at = (from: string, to: string) => ({
    from: `2026-11-24T${from}:00+09:00`,
    to: `2026-11-24T${to}:00+09:00`,
  });
  const first = noticed(undefined, at("10:00", "10:15"));

  test("is nothing as long as it only grows narrower", () => {
    expect(first.move).toBeUndefined();
    expect(noticed(first, at("10:02", "10:09")).move).toBeUndefined();
  });

  test("is by how much it has moved out of the last one, later or sooner", () => {
    const near = noticed(first, at("10:02", "10:06"));
    expect(noticed(near, at("10:07", "10:11")).move).toEqual({
      before: at("10:02", "10:06"),
      kind: "later",
      minutes: 5,
    });
    expect(noticed(near, at("10:00", "10:03")).move).toMatchObject({ kind: "sooner", minutes: 2 });
  });

  test("is forgotten when it is back where it was", () => {
    const near = noticed(first, at("10:02", "10:06"));
    const moved = noticed(near, at("10:02", "10:15"));
    expect(moved.move).toMatchObject({ kind: "later", minutes: 9 });
    expect(noticed(moved, at("10:03", "10:05")).move).toBeUndefined();
  });

  test("stays told until it moves again", () => {
    const moved = noticed(noticed(first, at("10:02", "10:06")), at("10:07", "10:11"));
    expect(noticed(moved, at("10:08", "10:10")).move).toEqual(moved.move);
    expect(noticed(moved, at("10:08", "10:14")).move).toMatchObject({ kind: "later", minutes: 3 });
  });
});
