import { describe, expect, test } from "vitest";
import { type Clause, clauseIdsIn, clausesPage, readClauses, readResults } from "../scripts/clauses.ts";
import { ROOT } from "../scripts/root.ts";
import { sourceFiles } from "./source-files.ts";

const TESTS = [...sourceFiles("packages", [".test.ts", ".test.tsx"]), ...sourceFiles("test", [".test.ts"])];

test("every clause that a test names is a clause of the source documents", () => {
  const known = new Set(readClauses().map(({ id }) => id));
  const unknown = TESTS.filter((file) => file.path !== "test/clauses.test.ts").flatMap((file) =>
    clauseIdsIn(file.code)
      .filter((id) => !known.has(id))
      .map((id) => `${file.path} names ${id}`),
  );
  expect(unknown).toEqual([]);
});

test("each clause stands once, with a meaning and a weight of 1 to 3", () => {
  const clauses = readClauses();
  expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
  for (const { id, meaning, weight } of clauses) {
    expect(meaning.length, id).toBeGreaterThan(5);
    expect([1, 2, 3], id).toContain(weight);
  }
});

describe("docs/clauses.md", () => {
  test("ids are read from a test's name, several too, and other brackets are left alone", () => {
    expect(clauseIdsIn("[SAP-5.1-1] [SAP-7.2-1a] a seat [of 8]")).toEqual(["SAP-5.1-1", "SAP-7.2-1a"]);
    expect(clauseIdsIn("[SAP-SP-2(6)] no My Number")).toEqual(["SAP-SP-2(6)"]);
    expect(clauseIdsIn("no clause [x]")).toEqual([]);
  });

  test("a clause shows its tests with their last result; one without tests shows none", () => {
    const clause = (id: string): Clause => ({ id, kind: "function", weight: 1, meaning: "means something" });
    const report = JSON.stringify({
      testResults: [
        {
          name: `${ROOT}/test/a.test.ts`,
          assertionResults: [
            { fullName: "fares [SAP-1] are right", status: "passed" },
            { fullName: "[SAP-1] and stay right", status: "failed" },
          ],
        },
      ],
    });
    const page = clausesPage([clause("SAP-1"), clause("SAP-8")], readResults(report));
    expect(page).toContain(
      "| SAP-1 | means something | function 1 | ✓ [fares are right](../test/a.test.ts)<br>✗ failed [and stay right](../test/a.test.ts) |",
    );
    expect(page).toContain("| SAP-8 | means something | function 1 | – |");
    expect(page).toContain("1 of 2 clauses have a test");
  });
});
