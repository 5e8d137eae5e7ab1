import { describe, expect, test } from "vitest";
import { inTurn } from "../src/in-turn.ts";

/** A slow line: each fetch ends when the test says so. */
function slowLine() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const again = inTurn<string>((name) => {
    begun.push(name);
    return new Promise<void>((end) => ends.push(end));
  });
  const endNext = async () => {
    ends.shift()?.();
    await new Promise((done) => setTimeout(done));
  };
  return { begun, again, endNext };
}

describe("fetching again in turn", () => {
  test("what changes during a fetch does not break it off, and is fetched once after it", async () => {
    const { begun, again, endNext } = slowLine();
    again(["board"]);
    again(["board"]);
    again(["board"]);
    expect(begun).toEqual(["board"]);
    await endNext();
    expect(begun).toEqual(["board", "board"]);
    await endNext();
    expect(begun).toEqual(["board", "board"]);
  });

  test("nobody waits for another's turn", async () => {
    const { begun, again, endNext } = slowLine();
    again(["report"]);
    again(["board", "report"]);
    expect(begun).toEqual(["report", "board"]);
    await endNext();
    expect(begun).toEqual(["report", "board", "report"]);
  });
});
