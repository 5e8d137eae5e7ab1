import type { EpochSeconds } from "@noriai/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Attempt,
  type AttemptEnd,
  fairness,
  meshOf,
  type Rejection,
  type Shown,
  shownCells,
  type TripRequest,
  unmetDemand,
  wishesOf,
  withSmallMerged,
} from "../src/index.ts";
import { aService } from "./a-service.ts";
import { aParty, aRequest, departAt, member, monday, stop } from "./a-world.ts";

const SERVICE = aService();
const PROMISE = {
  ...{ pickupFrom: monday("10:05"), pickupTo: monday("10:15") },
  ...{ arriveBy: monday("10:40"), rideMax: 1500 as never },
};
const CONFIRMED: AttemptEnd = { kind: "confirmed", promise: PROMISE };
const LET_GO: AttemptEnd = { kind: "let-go" };
const refused = (...rejections: Rejection[]): AttemptEnd => ({ kind: "refused", rejections });
const FULL = refused({
  kind: "no-vehicle",
  summary: [{ kind: "no-seat", duties: 1, nearest: { kind: "no-seat", seatsShort: 1 } }] as never,
  duties: [],
});
const CLOSED = refused({ kind: "phone-closed" });

const attempt = (time: string, ended: AttemptEnd, request: Partial<TripRequest> = {}): Attempt => ({
  at: monday(time),
  request: aRequest(request),
  ended,
});

const drawn = (...attempts: Attempt[]): string[] =>
  wishesOf(attempts).map((wish) =>
    [wish.outcome, ...("reason" in wish ? [wish.reason] : []), wish.attempts].join(" "),
  );

describe("a wish is counted once", () => {
  test("01 a booking is an accepted wish, a refusal a refused one, an offer given back an abandoned one", () => {
    expect(drawn(attempt("09:00", CONFIRMED))).toEqual(["accepted 1"]);
    expect(drawn(attempt("09:00", FULL))).toEqual(["refused no-seat 1"]);
    expect(drawn(attempt("09:00", LET_GO))).toEqual(["abandoned let-go 1"]);
    expect(drawn(attempt("09:00", { kind: "expired" }))).toEqual(["abandoned expired 1"]);
    expect(drawn(attempt("09:00", { kind: "open" }))).toEqual(["open 1"]);
  });

  test("02 whoever is refused and books another time has been accepted, after a refusal", () => {
    const [wish, ...more] = wishesOf([
      attempt("09:00", FULL),
      attempt("09:02", LET_GO, { time: departAt(monday("10:30")) }),
      attempt("09:05", CONFIRMED, { time: departAt(monday("11:00")), to: stop("S8") }),
    ]);
    expect(wish).toMatchObject({ outcome: "accepted", afterRefusal: true, attempts: 3 });
    expect(wish!.request.time.at).toBe(monday("10:00"));
    expect(more).toEqual([]);
  });

  test("03 the last asking tells what became of a wish that was not accepted", () => {
    expect(drawn(attempt("09:00", FULL), attempt("09:05", LET_GO))).toEqual(["abandoned let-go 2"]);
    expect(drawn(attempt("09:00", LET_GO), attempt("09:05", CLOSED))).toEqual(["refused phone-closed 2"]);
  });

  test("04 the way back, another member, another hour and a second booking are wishes of their own", () => {
    expect(
      drawn(attempt("09:00", FULL), attempt("09:01", FULL, { from: stop("S9"), to: stop("S1") })),
    ).toEqual(["refused no-seat 1", "refused no-seat 1"]);
    expect(drawn(attempt("09:00", FULL), attempt("09:01", FULL, { memberId: member("m2") })).length).toBe(2);
    expect(drawn(attempt("09:00", FULL), attempt("09:31", FULL)).length).toBe(2);
    expect(drawn(attempt("09:00", CONFIRMED), attempt("09:01", CONFIRMED)).length).toBe(2);
  });

  test("05 the change of a booking is no new wish", () => {
    expect(drawn(attempt("09:00", FULL, { replaces: "b1" as never }))).toEqual([]);
  });

  test("06 whatever is asked: each wish has one outcome, each confirmation is one accepted wish, no asking is lost", () => {
    const anyAttempt = fc
      .record({
        at: fc.integer({ min: 0, max: 4 * 3600 }),
        who: fc.constantFrom("m1", "m2"),
        from: fc.constantFrom("S1", "S2", "S3"),
        ended: fc.constantFrom(CONFIRMED, FULL, LET_GO, CLOSED, { kind: "expired" } as const),
      })
      .map(
        ({ at, who, from, ended }): Attempt => ({
          at: (monday("08:00") + at) as EpochSeconds,
          request: aRequest({ memberId: member(who), from: stop(from) }),
          ended,
        }),
      );
    const seed = 611;
    fc.assert(
      fc.property(fc.array(anyAttempt, { maxLength: 30 }), (attempts) => {
        const wishes = wishesOf(attempts);
        const count = (outcome: string) => wishes.filter((wish) => wish.outcome === outcome).length;
        expect(count("accepted") + count("refused") + count("abandoned")).toBe(wishes.length);
        expect(count("accepted")).toBe(attempts.filter(({ ended }) => ended === CONFIRMED).length);
        expect(wishes.reduce((sum, wish) => sum + wish.attempts, 0)).toBe(attempts.length);
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe("[POL-RET-3] small groups are not told", () => {
  const merged = (text: string) => {
    const { rows, others } = withSmallMerged([...text], (letter) => letter);
    return [...rows.map(({ key, count }) => `${key}${count}`), ...(others ? [`others ${others}`] : [])].join(
      " ",
    );
  };

  test("07 groups of fewer than five are told together", () => {
    expect(merged("aaaaaabbbccd")).toBe("a6 others 6");
    expect(merged("aaaaabbbbb")).toBe("a5 b5");
    expect(merged("aaaaaa")).toBe("a6");
  });

  test("08 a lone small group takes a larger one along, so that it cannot be subtracted", () => {
    expect(merged("aaaaaaabbbbbc")).toBe("a7 others 6");
    expect(merged("aaaaab")).toBe("others 6");
    expect(merged("abb")).toBe("others few");
    expect(merged("")).toBe("");
  });

  test("09 whatever the groups: every number told is five or more, and their sum is that of all", () => {
    const seed = 612;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(..."aaaabbbccdefg"), { maxLength: 40 }), (letters) => {
        const { rows, others } = withSmallMerged(letters, (letter) => letter);
        const told = [...rows.map(({ count }) => count), ...(typeof others === "number" ? [others] : [])];
        expect(told.every((count) => count >= 5)).toBe(true);
        const sum = told.reduce((a, b) => a + b, 0);
        expect(others === "few" ? letters.length < 5 && sum === 0 : sum === letters.length).toBe(true);
      }),
      { seed, numRuns: 500 },
    );
  });

  const told = (rows: number[][], totals?: Shown[]) =>
    shownCells(rows, totals ?? sumsOf(rows))?.map((row) =>
      row.map((cell) => (typeof cell === "number" ? cell : cell[0])).join(" "),
    );
  const sumsOf = (rows: number[][]): number[] =>
    rows[0]!.map((_, k) => rows.reduce((sum, row) => sum + row[k]!, 0));

  test("10 a small number in a row takes the largest along, and its column a second one", () => {
    expect(told([[20, 7, 9]])).toEqual(["20 7 9"]);
    expect(
      told([
        [397, 3, 0],
        [95, 5, 20],
      ]),
    ).toEqual(["h f 0", "h h 20"]);
    // Two small numbers hide each other.
    expect(
      told([
        [395, 3, 2],
        [95, 3, 2],
      ]),
    ).toEqual(["395 f f", "95 f f"]);
  });

  test("11 [differencing attack] whatever the table: nobody who adds and subtracts finds a number from 1 to 4", () => {
    const cell = fc.integer({ min: 0, max: 9 });
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 3 });
    const seed = 613;
    let count = 0;
    fc.assert(
      fc.property(rows, (table) => {
        const sums = sumsOf(table).map((sum): Shown => (sum > 0 && sum < 5 ? "few" : sum));
        const cells = shownCells(table, sums);
        if (cells === undefined) return;
        count++;
        const possible = attack(
          cells,
          table.map((row) => row.reduce((a, b) => a + b, 0)),
          sums,
        );
        for (const [r, row] of cells.entries())
          for (const [c, shown] of row.entries())
            if (shown === "few")
              expect(
                new Set(possible.map((one) => one[r]![c])).size,
                JSON.stringify({ table, cells }),
              ).toBeGreaterThan(1);
            else if (typeof shown === "number") expect(shown === 0 || shown >= 5).toBe(true);
      }),
      { seed, numRuns: 400 },
    );
    expect(count).toBeGreaterThan(100); // most tables can be told
  });
});

/** Every table of whole numbers that fits what is told. */
function attack(
  cells: readonly (readonly Shown[])[],
  sums: readonly number[],
  totals: readonly Shown[],
): number[][][] {
  const fits = (value: number, cell: Shown) =>
    cell === "hidden" ? value >= 5 : cell === "few" ? value >= 1 && value <= 4 : value === cell;
  const rowsOf = (row: readonly Shown[], sum: number): number[][] => {
    const found: number[][] = [];
    for (let a = 0; a <= sum; a++)
      for (let b = 0; a + b <= sum; b++) {
        const one = [a, b, sum - a - b];
        if (one.every((value, k) => fits(value, row[k]!))) found.push(one);
      }
    return found;
  };
  let tables: number[][][] = [[]];
  for (const [k, row] of cells.entries())
    tables = tables.flatMap((table) => rowsOf(row, sums[k]!).map((one) => [...table, one]));
  return tables.filter((table) =>
    totals.every((total, c) =>
      fits(
        table.reduce((sum, row) => sum + row[c]!, 0),
        total,
      ),
    ),
  );
}

describe("[SAP-5.4-6] unmet demand", () => {
  const many = (count: number, ended: AttemptEnd, request: Partial<TripRequest> = {}) =>
    Array.from({ length: count }, (_, k) =>
      attempt("09:00", ended, {
        ...request,
        memberId: member(`${request.channel ?? "web"}-${request.from ?? ""}-${ended.kind}-${k}`),
      }),
    );

  test("12 by hour of the wish, pair of stops and reason, with searches that were left", () => {
    const wishes = wishesOf([
      ...many(6, FULL),
      ...many(5, LET_GO, { from: stop("S2"), time: departAt(monday("13:30")) }),
      ...many(2, CLOSED, { from: stop("S3") }),
      ...many(9, CONFIRMED),
    ]);
    const left = Array.from({ length: 5 }, () => ({
      ...({ channel: "web", from: stop("S2"), to: stop("S9"), serviceDate: aRequest().serviceDate } as const),
      wishedAt: monday("13:00"),
    }));
    expect(unmetDemand({ service: SERVICE, wishes, left })).toEqual({
      ...{ refused: 8, abandoned: 5, left: 5 },
      byHour: {
        rows: [
          { key: 13, count: 10 },
          { key: 10, count: 8 },
        ],
      },
      byPair: { rows: [{ key: { from: "S2", to: "S9" }, count: 10 }], others: 8 },
      byReason: {
        rows: [
          { key: "no-seat", count: 6 },
          { key: "left", count: 5 },
        ],
        others: 7,
      },
    });
  });

  test("13 acceptance and waiting by channel, class, wheelchair and area; every sum agrees", () => {
    const senior = aParty({ senior: 1 });
    const wishes = wishesOf([
      ...many(30, CONFIRMED),
      ...many(10, FULL),
      ...many(15, CONFIRMED, { channel: "phone", party: senior, from: stop("S9"), to: stop("S1") }),
      ...many(5, LET_GO, { channel: "phone", party: senior, from: stop("S9"), to: stop("S1") }),
    ]);
    const { total, byChannel, byClass, byWheelchair, byArea } = fairness({
      service: SERVICE,
      wishes,
      records: [],
    });
    expect(total).toMatchObject({ asked: 60, accepted: 45, refused: 10, abandoned: 5 });
    expect(total.acceptance).toEqual({ fromPermille: 750, toPermille: 750 });
    expect(total.shift).toEqual({ mean: 300, ninetieth: 300 });
    expect(total.wait).toBeUndefined();
    expect(byChannel).toMatchObject({
      rows: [
        { key: "web", asked: 40, accepted: 30, refused: 10, abandoned: 0, acceptance: { fromPermille: 750 } },
        { key: "phone", asked: 20, accepted: 15, refused: 0, abandoned: 5, acceptance: { toPermille: 750 } },
      ],
    });
    expect(byClass).toMatchObject({ rows: [{ key: "general" }, { key: "senior" }] });
    expect(byWheelchair).toMatchObject({ rows: [{ key: "without", asked: 60 }] });
    expect(byArea.kind === "table" && byArea.rows.map(({ key, asked }) => [key, asked])).toEqual([
      [meshOf(SERVICE.stops[0]!.position), 40],
      [meshOf(SERVICE.stops[8]!.position), 20],
    ]);
  });

  test("14 a handful of refusals is told as fewer than five, and the rate as a range", () => {
    const wishes = wishesOf([...many(97, CONFIRMED), ...many(3, FULL)]);
    const { total } = fairness({ service: SERVICE, wishes, records: [] });
    expect(total).toMatchObject({ asked: 100, accepted: "hidden", refused: "few", abandoned: 0 });
    expect(total.acceptance).toEqual({ fromPermille: 960, toPermille: 990 });
  });

  test("15 fewer than five wishes are told as such, and nothing else", () => {
    const { total, byChannel } = fairness({ service: SERVICE, wishes: wishesOf(many(3, FULL)), records: [] });
    expect(total).toEqual({ asked: "few", accepted: "hidden", refused: "hidden", abandoned: "hidden" });
    expect(byChannel).toEqual({ kind: "too-few" });
  });

  test("16 the mesh of a place is that of the standard", () => {
    expect(meshOf({ lat: 35.7007777, lng: 139.71475 })).toBe("5339-45-47");
    expect(meshOf({ lat: 43.055248, lng: 141.345505 })).toBe("6441-42-67");
  });
});
