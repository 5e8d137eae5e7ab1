import type { TripRequest, WaitingEnd } from "@noriai/booking";
import type { Role } from "@noriai/identity";
import type { AccountId, EpochSeconds, MemberId, QuoteId, TenantId, WaitingId } from "@noriai/kernel";
import type { GeneratedAlways } from "kysely";
import type { DayKey, Json } from "./schema.ts";
import type { WaitingCallOutcome } from "./words/waiting.ts";

/** The tables of those who wait for room. */
export interface WaitingTables {
  waitings: DayKey & {
    waiting_id: WaitingId;
    member_id: MemberId;
    request: Json<TripRequest>;
    waits_since: EpochSeconds;
    waits_until: EpochSeconds;
    asked: number;
    let_pass: number;
    rests: boolean;
    quote_id: QuoteId | null;
    ended_because: WaitingEnd | null;
    ended_at: EpochSeconds | null;
    recorded: GeneratedAlways<number>;
  };
  waiting_calls: {
    tenant_id: TenantId;
    call_id: GeneratedAlways<number>;
    waiting_id: WaitingId;
    quote_id: QuoteId;
    outcome: WaitingCallOutcome;
    called_at: EpochSeconds;
    actor_account: AccountId | null;
    role: Role | "system";
  };
}
