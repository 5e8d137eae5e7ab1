import { expect, test } from "vitest";
import { allowedActions, BOOKING_LIFE, type BookingState, isOpen, nextState } from "../src/index.ts";

const STATES = Object.keys(BOOKING_LIFE) as BookingState[];

test("every action leads to a state of the table", () => {
  for (const state of STATES)
    for (const action of allowedActions(state)) expect(STATES).toContain(nextState(state, action));
});

test("every state can be reached from a confirmed booking", () => {
  const reached = new Set<BookingState>(["confirmed"]);
  for (const state of reached)
    for (const action of allowedActions(state)) reached.add(nextState(state, action)!);
  expect([...reached].sort()).toEqual([...STATES].sort());
});

test("what was cancelled or suspended stays so", () => {
  const ends = STATES.filter((state) => allowedActions(state).length === 0);
  expect(ends.sort()).toEqual(["cancelled_by_operator", "cancelled_by_rider", "suspended"]);
});

test("every step of a driver can be taken back, and leads back to an open booking", () => {
  expect(nextState("boarding", "undo-arrive")).toBe("confirmed");
  expect(nextState("riding", "undo-board")).toBe("boarding");
  expect(nextState("completed", "undo-alight")).toBe("riding");
  expect(nextState("no_show", "undo-no-show")).toBe("boarding");
});

test("nobody alights before boarding, boards twice, or cancels aboard", () => {
  expect(nextState("confirmed", "alight")).toBeUndefined();
  expect(nextState("riding", "board")).toBeUndefined();
  expect(nextState("riding", "cancel")).toBeUndefined();
  expect(nextState("riding", "operator-cancel")).toBeUndefined();
  expect(nextState("boarding", "cancel")).toBeUndefined();
});

test("open bookings are those with a ride ahead or under way", () => {
  expect(STATES.filter(isOpen)).toEqual(["confirmed", "boarding", "riding"]);
});
