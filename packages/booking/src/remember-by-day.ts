import type { ServiceDate } from "@noriai/kernel";
import type { Service } from "./service.ts";

/**
 * Remembers what a function of a service and a date gave: every search for another time asks for the same again.
 * A service is never changed in place, so what was computed from it stays true as long as it lives.
 */
export function rememberByDay<T>(
  compute: (service: Service, date: ServiceDate) => T,
): (service: Service, date: ServiceDate) => T {
  const known = new WeakMap<Service, Map<ServiceDate, T>>();
  return (service, date) => {
    const days = known.get(service) ?? new Map<ServiceDate, T>();
    if (days.size === 0) known.set(service, days);
    const before = days.get(date);
    if (before !== undefined) return before;
    const value = compute(service, date);
    days.set(date, value);
    return value;
  };
}
