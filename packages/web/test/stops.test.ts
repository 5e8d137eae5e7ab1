import { describe, expect, test } from "vitest";
import { backDraft, latestBooked, shownReturns } from "../src/rider/return-draft.ts";
import { distanceWords, nearestStops } from "../src/stops/nearest-stops.ts";
import { stopAddress } from "../src/stops/stop-address.ts";
import { qrModules } from "../src/ui/qr-modules.ts";

const at = (lat: number, lng: number) => ({ position: { lat, lng } });

describe("[SAP-5.2-1] stops near a place", () => {
  test("come nearest first; equally near ones in the order of the list", () => {
    const [far, near, twin, here] = [at(34.02, 131), at(34.01, 131), at(33.99, 131), at(34, 131)];
    const found = nearestStops([far, near, twin, here], { lat: 34, lng: 131 });
    expect(found.map(({ stop }) => stop)).toEqual([here, near, twin, far]);
    expect(Math.round(found[1]!.meters)).toBe(1112);
  });

  test.each([
    [0, "10 m"],
    [14, "10 m"],
    [96, "100 m"],
    [338, "350 m"],
    [974, "950 m"],
    [990, "1.0 km"],
    [1240, "1.2 km"],
  ])("%d metres are said as %s", (meters, words) => {
    const said = { metres: (n: number) => `${n} m`, kilometres: (n: string) => `${n} km` };
    expect(distanceWords(meters, said)).toBe(words);
  });
});

describe("[SAP-5.2-1] the way back as a draft", () => {
  const back = {
    bookingId: "b1",
    serviceDate: "2026-11-24",
    from: "s02",
    to: "s01",
    party: { general: 1, senior: 2, disabled: 0, child: 0, infant: 0 },
    wheelchairs: 1,
    outBy: "2026-11-24T10:32:00+09:00",
    wished: true,
    callFrom: "2026-11-24T11:40:00+09:00",
  };
  const zone = { own: "senior", timeZone: "Asia/Tokyo" } as const;

  test("called, it is complete: the same party, from where the way out ended, at the first time", () => {
    expect(backDraft(back, { ...zone, at: back.callFrom })).toEqual({
      from: "s02",
      to: "s01",
      mode: "depart",
      date: "2026-11-24",
      time: "11:40",
      companions: { general: 1, senior: 1, disabled: 0, child: 0, infant: 0 },
      wheelchairs: 1,
      needs: [],
      partyKnown: true,
      returnOf: "b1",
    });
  });

  test("booked ahead, it begins with an hour's visit, in steps of five minutes", () => {
    expect(backDraft(back, { ...zone, at: undefined }).time).toBe("11:35");
  });
});

test("[SAP-3.4-6] the address on a marker fits into its code, for the longest names that are allowed", () => {
  const address = stopAddress("https://noriai.city.example.lg.jp", { tenant: "ube-demo", stopId: "s40" });
  expect(address).toBe("https://noriai.city.example.lg.jp/t/ube-demo/stops/s40");
  expect(qrModules(address)).toBeDefined();
});

describe("[SAP-5.2-1] the ways back that a page shows", () => {
  const back = (bookingId: string, serviceDate: string, wished = false) =>
    ({ bookingId, serviceDate, wished }) as Parameters<typeof shownReturns>[0][number];
  const shown = (...returns: readonly ReturnType<typeof back>[]) =>
    shownReturns(returns).map(({ bookingId }) => bookingId);

  test("are the first of each day, not of the earliest day alone", () => {
    expect(
      shown(back("today", "2026-11-24"), back("later", "2026-11-24"), back("next", "2026-11-26")),
    ).toEqual(["today", "next"]);
  });

  test("are all that are wished for, and beside them the first of that day that is not", () => {
    expect(
      shown(back("a", "2026-11-24", true), back("b", "2026-11-24"), back("c", "2026-11-24", true)),
    ).toEqual(["a", "b", "c"]);
  });

  test("belong to the ride that was booked last, not to the one that comes first", () => {
    const soon = { id: "soon", bookedAt: "2026-11-20T09:00:00+09:00" };
    const made = { id: "made", bookedAt: "2026-11-24T08:40:00+09:00" };
    expect(latestBooked([made, soon])).toBe(made);
    expect(latestBooked([soon, made])).toBe(made);
    expect(latestBooked([])).toBeUndefined();
  });
});
