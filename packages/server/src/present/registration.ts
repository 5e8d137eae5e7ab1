import type { MemberRegistration } from "@noriai/api";
import type { Guardian } from "@noriai/booking";
import type { NotedEvidence, Registration, TenantTransaction } from "@noriai/store";
import type { Town } from "../town.ts";
import { staffNames } from "./staff-names.ts";
import { writeIn } from "./trip.ts";

interface Kept {
  readonly town: Town;
  readonly registration: (Registration & { readonly guardian: Guardian | undefined }) | undefined;
  readonly evidence: readonly NotedEvidence[];
  readonly isPaperAwaited: boolean;
  readonly doubles: Doubles;
}

/** Others who may be the same person, or whose phone number the member claims as well. */
export type Doubles = Pick<MemberRegistration, "twins" | "samePhone">;

/** How a member came and which papers were seen, by whom. */
export async function presentRegistration(
  tx: TenantTransaction,
  { town, registration, evidence, isPaperAwaited, doubles }: Kept,
): Promise<MemberRegistration> {
  const write = writeIn(town.service.timeZone);
  const nameOf = await staffNames(tx, [registration?.by.account, ...evidence.map(({ by }) => by.account)]);
  const settledAt = registration?.settledAt;
  return {
    way: registration?.way ?? null,
    source: registration?.source ?? null,
    by: nameOf(registration?.by.account),
    settledAt: settledAt === undefined ? null : write(settledAt),
    isPaperAwaited,
    guardian: registration?.guardian ?? null,
    evidence: evidence.map(({ kind, seenOn, until, seenBy, at, by }) => {
      const noted = nameOf(by.account);
      return {
        kind,
        seenOn,
        until: until ?? null,
        seenBy: seenBy ?? noted,
        at: write(at),
        by: noted,
        role: by.role,
      };
    }),
    ...doubles,
  };
}
