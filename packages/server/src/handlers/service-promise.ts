import type { PublishedMonth } from "@noriai/api";
import {
  type DateRange,
  ordinaryWeek,
  type PublishedPunctuality,
  promisedRides,
  publishedMonths,
  publishedPunctuality,
  punctuality,
} from "@noriai/booking";
import { ok, serviceDateOf } from "@noriai/kernel";
import type { Call, Handler } from "../call.ts";
import { knownAnswers } from "../known-answers.ts";

/** A month is counted at most once in so long; what tablets tell late is in it soon enough. */
const KNOWN_SECONDS = 600;
const knownMonths = knownAnswers<PublishedPunctuality>(8);

/** What the service promises by its own settings, and how that was kept last month and in this one (お約束と実績). */
export const getServicePromise: Handler<"getServicePromise"> = async (call) => {
  const { calendar, standards, timeZone } = call.town.service;
  const { lastMonth, thisMonth } = publishedMonths(serviceDateOf(call.now, timeZone));
  const { pickupWindow, earlyArrival, rideFactorPermille, rideOffset } = standards;
  return ok({
    body: {
      week: ordinaryWeek(call.town.service).map(({ weekdays, hours }) => ({
        weekdays: [...weekdays],
        hours: hours.map(({ from, to }) => ({ from, to })),
      })),
      restsOnHolidays: calendar.observesHolidays,
      ...{ pickupWindow, earlyArrival, rideFactorPermille, rideOffset },
      lastMonth: await monthOf(call, lastMonth),
      thisMonth: thisMonth === undefined ? null : await monthOf(call, thisMonth),
    },
  });
};

type Asked = Pick<Call<"getServicePromise">, "world" | "town" | "now">;

async function monthOf({ world, town, now }: Asked, range: DateRange): Promise<PublishedMonth> {
  const question = `${range.from} ${range.to} ${Math.floor(now / KNOWN_SECONDS)}`;
  const month = await knownMonths(town, question, () =>
    world.store.inTenant(town.tenant.id, async (tx) =>
      publishedPunctuality(punctuality(promisedRides(await tx.loadPromisedAndDone(town.service, range)))),
    ),
  );
  return {
    ...range,
    ...month,
    pickupsKeptPermille: month.pickupsKeptPermille ?? null,
    arrivalsKeptPermille: month.arrivalsKeptPermille ?? null,
  };
}
