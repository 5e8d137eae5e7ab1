import type { BookingId, DutyId, EventId, QuoteId } from "@noriai/kernel";
import {
  type Booking,
  type CancelAnswer,
  type Cancellation,
  type ConfirmAnswer,
  type Day,
  decideCancel,
  decideConfirm,
  decideQuote,
  decideRelease,
  decideTask,
  openDay,
  type Quote,
  type QuoteAnswer,
  type Service,
  type TaskAnswer,
  type TaskEvent,
  type TripRequest,
  type World,
} from "../src/index.ts";
import { aService } from "./a-service.ts";
import { aRequest, aWorld, counting, MONDAY, member, monday } from "./a-world.ts";

type Happening<E = TaskEvent> = E extends TaskEvent
  ? Omit<E, "id" | "dutyId" | "at"> & { id?: string }
  : never;

/** A Monday on which a test lets things happen one after the other; each command says when. */
export class ADay {
  day: Day;
  readonly service: Service;
  readonly #newId = counting();

  constructor(service: Service = aService()) {
    this.service = service;
    this.day = openDay(service, MONDAY);
  }

  worldAt(time: string): World {
    return aWorld({ now: monday(time), service: this.service, newId: this.#newId });
  }

  ask(time: string, request: Partial<TripRequest> = {}): QuoteAnswer {
    return this.#take(decideQuote(this.worldAt(time), this.day, aRequest(request)));
  }

  /** An offer that must come. */
  offered(time: string, request: Partial<TripRequest> = {}): Quote {
    const answer = this.ask(time, request);
    if (answer.kind !== "quote") throw new Error(`refused: ${JSON.stringify(answer.refusal.rejections)}`);
    return answer.quote;
  }

  confirm(time: string, quoteId: QuoteId, memberId = member("m1")): ConfirmAnswer {
    return this.#take(decideConfirm(this.worldAt(time), this.day, { quoteId, memberId }));
  }

  /** An offer taken at once. */
  booked(time: string, request: Partial<TripRequest> = {}): Booking {
    const { id, request: asked } = this.offered(time, request);
    const answer = this.confirm(time, id, asked.memberId);
    if (answer.kind !== "booking") throw new Error(answer.kind);
    return answer.booking;
  }

  release(time: string, quoteId: QuoteId): string {
    const command = { quoteId, memberId: member("m1") };
    return this.#take(decideRelease(this.worldAt(time), this.day, command)).kind;
  }

  cancel(
    time: string,
    cancellation: Partial<Cancellation> & { readonly bookingId: BookingId },
  ): CancelAnswer {
    const by = { kind: "rider", memberId: member("m1") } as const;
    return this.#take(decideCancel(this.worldAt(time), this.day, { by, reason: "", ...cancellation }));
  }

  /** The driver of a duty, the first one when none is named, does something. */
  happens(
    time: string,
    { id, ...happening }: Happening,
    dutyId: DutyId = this.day.duties[0]!.id,
  ): TaskAnswer {
    const event = {
      ...happening,
      id: (id ?? this.#newId()) as EventId,
      dutyId,
      at: monday(time),
    } as TaskEvent;
    return this.#take(decideTask(this.worldAt(time), this.day, event));
  }

  booking(id: BookingId): Booking {
    return this.day.bookings.get(id)!;
  }

  /** "V1 | S1 +a | S9 -a": the visits of each duty by booking or quote id. */
  draw(): readonly string[] {
    return this.day.plan.routes.map(({ visits }) =>
      visits.map(({ kind, tripId }) => `${kind === "pickup" ? "+" : "-"}${tripId}`).join(" "),
    );
  }

  #take<Answer>(decision: { readonly answer: Answer; readonly day: Day }): Answer {
    this.day = decision.day;
    return decision.answer;
  }
}
