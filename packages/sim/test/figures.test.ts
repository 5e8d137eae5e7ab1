import type { Booking } from "@noriai/api";
import { parseInstant } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import { createJournal, figuresOf, type Journal } from "../src/index.ts";

const at = (time: string) => parseInstant(`2026-11-24T${time}:00+09:00`)!;
const booking = {
  id: "b1",
  promise: { pickupFrom: "", pickupTo: "2026-11-24T10:20:00+09:00", arriveBy: "2026-11-24T10:50:00+09:00" },
} as Booking;

function journalOfARide({
  boards,
  alights,
  told,
}: {
  boards: string;
  alights: string;
  told?: string;
}): Journal {
  const journal = createJournal({ now: () => at("09:00") });
  journal.tell({ kind: "confirmed", wish: "w", channel: "web", booking });
  if (told !== undefined) {
    const time = `2026-11-24T${told}:00+09:00`;
    journal.tell({ kind: "told-late", booking: "b1", tell: { pickupTo: time, arriveBy: time } });
  }
  journal.tell({ kind: "boarded", booking: "b1", at: at(boards) });
  journal.tell({ kind: "alighted", booking: "b1", at: at(alights) });
  return journal;
}

describe("what came of a day", () => {
  test("a ride within its promise breaks none", () => {
    const { ridesCarried, brokenPromises } = figuresOf(journalOfARide({ boards: "10:20", alights: "10:50" }));
    expect({ ridesCarried, brokenPromises }).toEqual({ ridesCarried: 1, brokenPromises: [] });
  });

  test("who boards or arrives late was deceived, unless somebody called before", () => {
    expect(figuresOf(journalOfARide({ boards: "10:21", alights: "10:51" })).brokenPromises).toEqual([
      "boarded 60 s late: b1",
      "alighted 60 s late: b1",
    ]);
    expect(
      figuresOf(journalOfARide({ boards: "10:21", alights: "10:51", told: "10:55" })).brokenPromises,
    ).toEqual([]);
  });

  test("who was called is deceived by what comes later than the call said", () => {
    expect(
      figuresOf(journalOfARide({ boards: "10:27", alights: "10:51", told: "10:25" })).brokenPromises[0],
    ).toBe("boarded 120 s late: b1");
  });

  test("who sits in the vehicle while it waits for somebody in vain hears it from the driver", () => {
    const journal = createJournal({ now: () => at("09:00") });
    journal.tell({ kind: "confirmed", wish: "w", channel: "web", booking });
    journal.tell({ kind: "boarded", booking: "b1", at: at("10:15") });
    journal.tell({ kind: "no-show", booking: "b2", at: at("10:30") });
    journal.tell({ kind: "alighted", booking: "b1", at: at("10:52") });
    const { brokenPromises, lateAboard } = figuresOf(journal);
    expect({ brokenPromises, lateAboard }).toEqual({
      brokenPromises: [],
      lateAboard: ["alighted 120 s late: b1"],
    });
  });

  test("an answer that nobody expects is an error, one that names a rule is not", () => {
    const journal = createJournal({ now: () => at("09:00") });
    const problem = {
      type: "",
      title: "t",
      status: 409,
      kind: "not-possible-now",
      rejections: [{ kind: "expired" }],
    };
    journal.valueOf("confirmQuote", { ok: false, error: problem });
    journal.valueOf("getBoard", {
      ok: false,
      error: { type: "", title: "t", status: 500, kind: "internal" },
    });
    const { errors, notPossible } = figuresOf(journal);
    expect(errors).toEqual(["getBoard 500 internal t []"]);
    expect(notPossible).toEqual({ "confirmQuote: expired": 1 });
  });
});
