import { describe, expect, test } from "vitest";
import { playADay } from "./play-a-day.ts";

const FAULTLESS = { errors: [], brokenPromises: [], violations: [], lostMessages: 0, strayBookings: [] };

/** A small day of 宇部市（デモ）; `npm run day` plays one with fifty calls and 150 rides asked for on the web. */
const SLOW_MACHINE = 400_000;

describe("a day's work of two desk seats, a driver and a town of riders, over HTTP and a real database", () => {
  test(
    "goes by without an error, a broken promise or a lost message, and people ride",
    async () => {
      const { figures, violations, lostMessages, messages, strayBookings } = await playADay({
        seed: 2,
        size: { calls: 6, web: 12, today: 0.6, jams: 1 },
      });
      const { errors, brokenPromises } = figures;
      expect({ errors, brokenPromises, violations, lostMessages, strayBookings }).toEqual(FAULTLESS);
      expect(figures.confirmed).toBeGreaterThan(8);
      expect(figures.ridesCarried).toBeGreaterThan(3);
      expect(figures.cancelled + figures.changed + figures.noShows).toBeGreaterThan(0);
      expect(messages).toBeGreaterThan(50);
    },
    SLOW_MACHINE,
  );

  test(
    "broken off after an hour and begun again, it books nothing twice",
    async () => {
      const { figures, strayBookings } = await playADay({
        seed: 3,
        size: { calls: 3, web: 8, today: 0.3, jams: 0 },
        brokenOffAfter: 3600,
      });
      expect({ errors: figures.errors, strayBookings }).toEqual({ errors: [], strayBookings: [] });
      expect(figures.confirmed).toBeGreaterThan(4);
    },
    SLOW_MACHINE,
  );
});
