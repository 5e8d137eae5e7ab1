import { ROUTES, type Route, type RouteName } from "@noriai/api";
import { expect, test } from "vitest";
import { text, trip } from "./house.ts";
import { VALID } from "./valid-content.ts";

/** Its check digit is right. */
const MY_NUMBER = "番号は 1234 5678 9018 です";

/** Free words that may be left out, beside what every route is asked with. */
const MORE: { readonly [N in RouteName]?: unknown } = {
  askQuote: trip({ supervised: { supervisor: "主任", reason: "通院" } }),
  noteNoShow: { deed: { kind: "warned" }, words: "電話で話した" },
  reportStop: { id: "r1", stopId: "s01", trouble: "other", words: "倒れている", at: text("09:00") },
  stepStopTask: { step: "note", words: "連絡した" },
  addStopRecord: { kind: "placed", on: "2026-11-20", words: "設置" },
};

/** No words about people: keys, codes, a detector's number, what is searched for, and entries that are read later. */
const NO_WORDS =
  /\.(id|\w*Id|\w*No|number|code|password|login|version|attempt|typed|label|detector|event\.\w+)$/;

/** Every place of a value in which a text stands. */
function textsIn(value: unknown, path = ""): readonly string[] {
  if (typeof value === "string") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${path}.${name}`));
}

function withText(value: unknown, [name, ...rest]: readonly string[], typed: string): unknown {
  if (name === undefined) return typed;
  const old = value as Record<string, unknown>;
  const next = withText(old[name], rest, typed);
  return Array.isArray(old) ? Object.assign([...old], { [name]: next }) : { ...old, [name]: next };
}

test("[POL-ID-1] whatever is typed about people, a My Number in it is refused", () => {
  let words = 0;
  const taken: string[] = [];
  for (const name of Object.keys(VALID) as RouteName[]) {
    const { body: schema } = ROUTES[name] as Route;
    for (const body of [VALID[name]!.body, MORE[name]]) {
      if (schema === undefined || body === undefined) continue;
      expect(schema.safeParse(body).success, name).toBe(true);
      for (const path of textsIn(body)) {
        const sent = (typed: string) => schema.safeParse(withText(body, path.slice(1).split("."), typed));
        if (NO_WORDS.test(path) || !sent("ただの言葉").success) continue;
        words++;
        if (sent(MY_NUMBER).success) taken.push(`${name}${path}`);
      }
    }
  }
  expect(taken).toEqual([]);
  expect(words).toBeGreaterThan(15);
});
