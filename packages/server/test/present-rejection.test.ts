import { expect, test } from "vitest";
import { presentRejection } from "../src/present/trip.ts";

const write = () => "never asked";
const rejection = {
  kind: "no-vehicle",
  duties: [{ dutyId: "v1", reason: { kind: "breaks-promise", tripId: "somebody-elses", seconds: 90 } }],
} as never;

test("a rider learns that another promise would break and by how much, not whose; the desk learns both", () => {
  expect(presentRejection(rejection, write, "rider")).toEqual({
    kind: "no-vehicle",
    duties: [{ dutyId: "v1", reason: { kind: "breaks-promise", seconds: 90 } }],
  });
  expect(JSON.stringify(presentRejection(rejection, write, "call_operator"))).toContain("somebody-elses");
});
