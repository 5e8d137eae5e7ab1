import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ja as day } from "../src/messages/day/ja.ts";
import { ja as rider } from "../src/messages/rider/ja.ts";

const FOLDER = new URL("../src/messages/", import.meta.url);
const FACES = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Every text and sentence of a table by its path, sentences with a sample in every gap. */
function textsOf(table: unknown, path = ""): Map<string, string> {
  if (typeof table === "string") return new Map([[path, table]]);
  if (typeof table === "function") return new Map([[path, sample(table as (...gaps: unknown[]) => unknown)]]);
  return new Map(
    Object.entries(table as object).flatMap(([key, value]) => [
      ...textsOf(value, path === "" ? key : `${path}.${key}`),
    ]),
  );
}

/** Stands for whatever a sentence is given: a number, a text, a list, something with parts. Written, it is 3. */
const GAP: unknown = new Proxy(() => GAP, {
  get: (_, part) => (part === Symbol.toPrimitive ? () => 3 : GAP),
  has: () => true,
});

const sample = (sentence: (...gaps: unknown[]) => unknown): string =>
  String(sentence(...Array.from({ length: 6 }, () => GAP)));

async function tablesOf(face: string): Promise<Record<string, Map<string, string>>> {
  const module = (await import(new URL(`${face}/index.ts`, FOLDER).href)) as Record<string, unknown>;
  const found = Object.values(module).find(
    (value): value is Record<string, unknown> =>
      typeof value === "object" && value !== null && "ja-easy" in value,
  );
  if (found === undefined) throw new Error(`${face} has no message table`);
  return Object.fromEntries(Object.entries(found).map(([language, table]) => [language, textsOf(table)]));
}

describe.each(FACES)("the texts of %s", (face) => {
  test("are the same ones in Japanese, easy Japanese and English", async () => {
    const { ja, "ja-easy": easy, en } = await tablesOf(face);
    expect([...easy!.keys()].sort()).toEqual([...ja!.keys()].sort());
    expect([...en!.keys()].sort()).toEqual([...ja!.keys()].sort());
  });

  test("are never empty", async () => {
    for (const [language, texts] of Object.entries(await tablesOf(face)))
      for (const [path, text] of texts) expect(text.trim(), `${language} ${path}`).not.toBe("");
  });

  test("hold no Japanese sentence among the English ones", async () => {
    const { en } = await tablesOf(face);
    const names = /^(header\.languageNames|product)/; // names of languages and of the product stay in their own writing
    for (const [path, text] of en!)
      if (!names.test(path)) expect(text, path).not.toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
  });
});

test("easy Japanese never says that a vehicle has come which is still on its way", async () => {
  const easy = (await tablesOf("day"))["ja-easy"]!;
  for (const path of ["stage.coming", "onTheWay"]) {
    expect(easy.get(path), path).toContain("向（む）かっています");
    expect(easy.get(path), path).not.toContain("来（き）て");
  }
  expect(easy.get("until"), "changes are over when the vehicle sets out").toContain(
    "出発（しゅっぱつ）する前",
  );
});

test("[FIELD-19] the ticket promises by phone what the desk can still do: to call off while the vehicle is on its way or there, nothing aboard", () => {
  const phone = "0836-00-1234";
  const { onTheWay, aboard } = day;
  const { noActions } = rider.ticket;
  for (const sentence of [onTheWay(phone), noActions(phone)])
    expect(sentence).toMatch(/変更はできません。取消はお電話で承ります：0836-00-1234$/);
  expect(aboard(phone)).toMatch(/お電話ください：0836-00-1234$/);
  expect(aboard(phone)).not.toMatch(/変更|取消/);
});
