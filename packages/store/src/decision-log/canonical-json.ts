import { assert } from "@noriai/kernel";

/**
 * One text for one value: JSON without spaces, the fields of every object in the order of their names, fields without a
 * value left out. What the database reads back in another order has the same text.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  assert(Object.getPrototypeOf(value) === Object.prototype, "only plain data has a canonical text");
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(",")}}`;
}
