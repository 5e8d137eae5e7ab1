import type { TaskEventInput } from "@noriai/api";
import { describe, expect, test } from "vitest";
import {
  EMPTY_QUEUE,
  type EventQueue,
  enqueue,
  nextBatch,
  parseQueue,
  refuseFirst,
  settle,
  withdraw,
} from "../src/driver/event-queue.ts";

const event = (id: string): TaskEventInput => ({
  id,
  dutyId: "d1",
  at: "2026-11-24T00:15:00Z",
  kind: "boarded",
  bookingId: `b-${id}`,
});
const queued = (...ids: string[]): EventQueue => ids.map(event).reduce(enqueue, EMPTY_QUEUE);
const ids = ({ unsent }: EventQueue) => unsent.map(({ id }) => id);

describe("what the driver recorded waits in order until the server has it", () => {
  test("events are sent in the order in which they happened", () => {
    expect(nextBatch(queued("1", "2", "3")).map(({ id }) => id)).toEqual(["1", "2", "3"]);
  });

  test("one request carries only as many as the server takes, the oldest ones", () => {
    expect(nextBatch(queued("1", "2", "3"), 2).map(({ id }) => id)).toEqual(["1", "2"]);
  });

  test("a recorded and a repeated event both leave the queue: each counts once", () => {
    const after = settle(queued("1", "2", "3"), [
      { id: "1", outcome: "recorded" },
      { id: "2", outcome: "repeated" },
    ]);
    expect(ids(after)).toEqual(["3"]);
  });

  test("what was recorded while the request was on its way stays queued", () => {
    const after = settle(enqueue(queued("1"), event("2")), [{ id: "1", outcome: "recorded" }]);
    expect(ids(after)).toEqual(["2"]);
  });

  test("a refused event does not hold up the others and stays on show with its reason", () => {
    const after = settle(queued("1", "2"), [
      { id: "1", outcome: "refused", rejection: { kind: "no-show-too-early" } },
      { id: "2", outcome: "recorded" },
    ]);
    expect(after).toEqual({ unsent: [], refused: [{ event: event("1"), because: "no-show-too-early" }] });
  });

  test("an event that the server cannot read is set aside, so that those behind it get through", () => {
    const after = refuseFirst(queued("1", "2"), "invalid-input");
    expect(ids(after)).toEqual(["2"]);
    expect(after.refused.map(({ because }) => because)).toEqual(["invalid-input"]);
  });

  test("a step that was taken back before it was sent never happened", () => {
    expect(ids(withdraw(queued("1", "2", "3"), "2"))).toEqual(["1", "3"]);
  });
});

describe("the queue outlives a reload", () => {
  test("what was kept comes back whole", () => {
    const queue = refuseFirst(queued("1", "2"), "other");
    expect(parseQueue(JSON.stringify(queue))).toEqual(queue);
  });

  test.each([
    null,
    "",
    "{",
    "7",
    "[]",
    '{"unsent":5,"refused":[]}',
    '{"unsent":[1,{"id":2}],"refused":[null]}',
  ])("damaged storage counts as empty: %s", (text) => {
    expect(parseQueue(text)).toEqual(EMPTY_QUEUE);
  });
});
