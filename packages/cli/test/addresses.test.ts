import { describe, expect, test } from "vitest";
import { parseAddresses } from "../src/parse-addresses.ts";

const HEAD = "code,pref,city,town,koaza,lat,lng";

describe("a table of the town's places", () => {
  test("is read by the names of its columns, 小字 behind 町丁目, with or without BOM, quotes and CRLF", () => {
    const text = `\uFEFF${HEAD}\r\n1,山口県,宇部市,"琴芝町一丁目",,33.95,131.25\r\n1,山口県,宇部市,大字中宇部,沼,33.97,131.26\r\n1,山口県,宇部市,西桃山一丁目,,,\r\n`;
    expect(parseAddresses(text)).toEqual({
      ok: true,
      value: {
        addresses: [
          { name: "琴芝町一丁目", lat: 33.95, lng: 131.25 },
          { name: "大字中宇部沼", lat: 33.97, lng: 131.26 },
        ],
        withoutPoint: 1,
      },
    });
  });

  test.each([
    ["", { kind: "no-column", column: "town" }],
    ["town,lat\n琴芝町,33", { kind: "no-column", column: "lng" }],
    [`${HEAD}\n1,,,琴芝町,,33.95,131.25\n1,,,,,33.95,131.25`, { kind: "bad-line", line: 3 }],
    [`${HEAD}\n1,,,琴芝町,,,131.25`, { kind: "bad-line", line: 2 }],
    [`${HEAD}\n1,,,琴芝町,,133.95,131.25`, { kind: "bad-line", line: 2 }],
    [`${HEAD}\n1,,,琴芝町,,north,131.25`, { kind: "bad-line", line: 2 }],
  ])("%j is refused with what stands against it", (text, error) => {
    expect(parseAddresses(text)).toEqual({ ok: false, error });
  });
});
