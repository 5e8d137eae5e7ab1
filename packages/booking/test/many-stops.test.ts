import { expect, test } from "vitest";
import { decideConfirm, decideQuote, openDay } from "../src/index.ts";
import { aRequest, aWorld, MONDAY, member, monday, stop } from "./a-world.ts";
import { withStops } from "./with-stops.ts";

test("[SAP-5.1-6] the number of stops is data: with 500 of them the last is booked like the first", () => {
  const world = aWorld({ now: monday("08:00"), service: withStops(500) });
  const request = aRequest({ memberId: member("m1"), from: stop("S1"), to: stop("S500") });
  const { answer, day } = decideQuote(world, openDay(world.service, MONDAY), request);
  if (answer.kind !== "quote") throw new Error(JSON.stringify(answer));
  const confirmed = decideConfirm(world, day, { quoteId: answer.quote.id, memberId: request.memberId });
  expect(confirmed.answer.kind).toBe("booking");
  expect(confirmed.day.plan.routes.flatMap(({ visits }) => visits)).toHaveLength(2);
});
