import type { Problem } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { isDecided } from "../src/intention.ts";
import { fateOfOffer } from "../src/rider/fate-of-offer.ts";

const problem = (kind: string, status: number, ...rejections: string[]): Problem => ({
  ...{ type: "about:blank", title: "", kind, status },
  ...(rejections.length > 0 && { rejections: rejections.map((each) => ({ kind: each })) }),
});

describe("what has become of an offer whose yes came to nothing", () => {
  test.each([
    ["its hold is over and its place taken", problem("not-possible-now", 409, "expired"), "gone"],
    ["the server knows it no more", problem("not-found", 404), "gone"],
    ["the vehicle has set out", problem("not-possible-now", 409, "not-changeable"), "refused"],
    ["another booking lies there", problem("not-possible-now", 409, "overlaps-own-booking"), "refused"],
    ["intake was stopped", problem("not-possible-now", 409, "intake-stopped"), "refused"],
    ["nobody answered", problem("offline", 0), "open"],
    ["the server broke", problem("internal", 500), "open"],
  ] as const)("%s", (_, given, fate) => {
    expect(fateOfOffer(given)).toBe(fate);
  });

  test("none has come to anything yet", () => {
    expect(fateOfOffer(undefined)).toBe("open");
  });
});

test("a command is decided by a yes or a no of the server; after silence or a broken server it may have happened", () => {
  const no = (kind: string, status: number) => isDecided({ ok: false, error: problem(kind, status) });
  expect(isDecided({ ok: true, value: null })).toBe(true);
  expect([no("not-possible-now", 409), no("not-found", 404)]).toEqual([true, true]);
  expect([no("offline", 0), no("unreadable-answer", 200), no("internal", 500), no("busy", 503)]).toEqual([
    ...[false, false, false, false],
  ]);
});
