/** A ride begins after the service opens and, where the service says so, ends before it closes (運行時間). */

import { between, seconds } from "@noriai/kernel";
import { hoursOf, isOperatingDay, operatingHours } from "../calendar.ts";
import { wishedRide } from "../wished-ride.ts";
import type { Rule } from "./rule.ts";

/**
 * Measured on the ride as it would be without any detour: at the earliest as wished, there straight away.
 * @see 仕様書 3-(1)-① 運行時間, D-03
 */
export const operatingHoursRule: Rule = ({ world, request: { serviceDate, ...rest } }) => {
  const { service } = world;
  if (!isOperatingDay(service, serviceDate)) return [];
  const { leavesAt, arrivesAt } = wishedRide(world, { serviceDate, ...rest });
  const ends = service.standards.lastDropoffWithinHours ? arrivesAt : leavesAt;
  const outside = hoursOf(service, serviceDate).map(({ opensAt, closesAt }) =>
    Math.max(between(leavesAt, opensAt), between(closesAt, ends), 0),
  );
  const by = Math.min(...outside);
  const band = operatingHours(service, serviceDate)[outside.indexOf(by)];
  if (band === undefined || by === 0) return [];
  return [{ kind: "outside-hours", opens: band.from, closes: band.to, by: seconds(by) }];
};
