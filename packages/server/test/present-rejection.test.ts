import { expect, test } from "vitest";
import { presentRejection } from "../src/present/refusal.ts";

const write = () => "never asked";
const reason = { kind: "breaks-promise", tripId: "somebody-elses", seconds: 90 };
const rejection = {
  kind: "no-vehicle",
  certainty: "proven",
  summary: [{ kind: "breaks-promise", nearest: reason, dutyIds: ["d1"] }],
  duties: [{ dutyId: "d1", reason }],
} as never;
const day = {
  duties: [{ id: "d1", vehicleId: "v1" }],
  bookings: new Map([["somebody-elses", { boardingCode: "4711" }]]),
} as never;

test("a rider learns that another promise would break and by how much, not whose", () => {
  const withoutTrip = { kind: "breaks-promise", seconds: 90 };
  expect(presentRejection(rejection, { write, role: "rider", day })).toEqual({
    kind: "no-vehicle",
    certainty: "proven",
    summary: [{ kind: "breaks-promise", nearest: withoutTrip, dutyIds: ["d1"] }],
    duties: [{ dutyId: "d1", vehicleId: "v1", reason: withoutTrip }],
  });
});

test("the desk learns whose promise it is by the boarding code; who reads the report afterwards does not", () => {
  const told = (role: "call_operator" | "municipality") =>
    JSON.stringify(presentRejection(rejection, { write, role, day }));
  expect(told("call_operator")).toContain('"boardingCode":"4711"');
  expect(told("municipality")).not.toContain("4711");
});
