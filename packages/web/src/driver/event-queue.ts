import type { Answer, TaskEventInput } from "@noriai/api";

/** What the terminal has recorded and the server has not yet answered, in the order in which it happened. */
export interface EventQueue {
  readonly unsent: readonly TaskEventInput[];
  /** Events that the server did not accept; they stay on show until the driver has read them. */
  readonly refused: readonly RefusedEvent[];
}

export interface RefusedEvent {
  readonly event: TaskEventInput;
  readonly because: string;
}

type Results = Answer<"recordTaskEvents">["results"];

export const EMPTY_QUEUE: EventQueue = { unsent: [], refused: [] };

/** Most events of one request. */
const BATCH = 500;

export const enqueue = (queue: EventQueue, event: TaskEventInput): EventQueue => ({
  ...queue,
  unsent: [...queue.unsent, event],
});

/** What to send next: always from the front, because a later step is only right after the earlier ones. */
export const nextBatch = ({ unsent }: EventQueue, atMost = BATCH): readonly TaskEventInput[] =>
  unsent.slice(0, atMost);

/** The queue after the server's answer; events without a result stay and are sent again. */
export function settle(queue: EventQueue, results: Results): EventQueue {
  const byId = new Map(results.map((result) => [result.id, result]));
  const refused = queue.unsent.flatMap((event) => {
    const result = byId.get(event.id);
    return result?.outcome === "refused" ? [{ event, because: result.rejection?.kind ?? "other" }] : [];
  });
  return {
    unsent: queue.unsent.filter(({ id }) => !byId.has(id)),
    refused: [...queue.refused, ...refused],
  };
}

/** Gives up the first event: the server cannot read it, and it must not hold up the ones behind it. */
export function refuseFirst({ unsent, refused }: EventQueue, because: string): EventQueue {
  const [event, ...rest] = unsent;
  return event === undefined
    ? { unsent, refused }
    : { unsent: rest, refused: [...refused, { event, because }] };
}

export const forgetRefused = (queue: EventQueue): EventQueue => ({ ...queue, refused: [] });

/** Takes back a step that has not been sent yet: it never happened. Nothing else in the queue moves. */
export const withdraw = (queue: EventQueue, eventId: string): EventQueue => ({
  ...queue,
  unsent: queue.unsent.filter(({ id }) => id !== eventId),
});

/** Reads a kept queue; what is not one counts as empty. */
export function parseQueue(text: string | null): EventQueue {
  if (text === null) return EMPTY_QUEUE;
  try {
    const { unsent, refused } = JSON.parse(text) as Partial<EventQueue>;
    if (!Array.isArray(unsent) || !Array.isArray(refused)) return EMPTY_QUEUE;
    return { unsent: unsent.filter(isEvent), refused: refused.filter((one) => isEvent(one?.event)) };
  } catch {
    return EMPTY_QUEUE;
  }
}

const isEvent = (value: unknown): value is TaskEventInput =>
  typeof value === "object" && value !== null && "id" in value && "dutyId" in value && "kind" in value;
