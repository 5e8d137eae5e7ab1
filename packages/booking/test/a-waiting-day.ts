import { verify } from "@noriai/dispatch";
import type { BookingId, QuoteId, WaitingId } from "@noriai/kernel";
import { expect } from "vitest";
import {
  type AnswerTo,
  type Booking,
  type Day,
  decide,
  type Matter,
  openDay,
  problemOf,
  type Service,
  type Taken,
  type TripRequest,
  type Waiting,
  type World,
} from "../src/index.ts";
import { aRequest, aWorld, counting, jst, MONDAY, member } from "./a-world.ts";

/** A Monday decided on through the one way to decide, which asks those who wait. */
export class AWaitingDay {
  day: Day;
  readonly service: Service;
  readonly #newId = counting();
  /** For `now` given as "09:30" on the Monday or "2022-11-27 22:00". */
  intakeStops: NonNullable<World["intakeStops"]> = [];

  constructor(service: Service) {
    this.service = service;
    this.day = openDay(service, MONDAY);
  }

  worldAt(time: string): World {
    const now = jst(time.length === 5 ? `${MONDAY} ${time}` : time);
    const effort = { iterations: 60, nodes: 400 };
    const world = aWorld({ now, service: this.service, newId: this.#newId });
    return { ...world, effort, intakeStops: this.intakeStops };
  }

  take<M extends Matter>(time: string, matter: M): Taken<AnswerTo[M["kind"]]> {
    const world = this.worldAt(time);
    const taken = decide(world, this.day, matter);
    this.day = taken.day;
    expect(verify({ problem: problemOf(world, this.day), plan: this.day.plan })).toEqual([]);
    return taken;
  }

  booked(time: string, request: Partial<TripRequest> = {}): Booking {
    const asked = aRequest(request);
    const { answer } = this.take(time, { kind: "quote", request: asked });
    if (answer.kind !== "quote") throw new Error(`refused: ${JSON.stringify(answer.refusal.rejections)}`);
    const yes = this.confirm(time, answer.quote.id, asked.memberId);
    if (yes.kind !== "booking") throw new Error(yes.kind);
    return yes.booking;
  }

  confirm(time: string, quoteId: QuoteId, memberId = member("m1")) {
    return this.take(time, { kind: "confirm", quoteId, memberId }).answer;
  }

  cancel(time: string, { id: bookingId }: Pick<Booking, "id">) {
    return this.take(time, { kind: "cancel", bookingId, by: { kind: "operator" }, reason: "" }).answer;
  }

  /** Begins to wait; refused it is an error of the test. */
  waits(time: string, who: string, request: Partial<TripRequest> = {}, until?: string): WaitingId {
    const { answer } = this.take(time, {
      kind: "wait",
      request: aRequest({ ...request, memberId: member(who) }),
      ...(until && { until: jst(`${MONDAY} ${until}`) }),
    });
    if (answer.kind !== "waiting") throw new Error(JSON.stringify(answer));
    return answer.waiting.id;
  }

  entry(id: WaitingId): Waiting | undefined {
    return this.day.waiting?.find((one) => one.id === id);
  }

  /** Who holds an offer, in the order in which they wait. */
  offered(): readonly string[] {
    return (this.day.waiting ?? [])
      .filter(({ quoteId }) => quoteId !== undefined)
      .map(({ request }) => request.memberId);
  }

  booking(id: BookingId): Booking {
    return this.day.bookings.get(id)!;
  }
}
