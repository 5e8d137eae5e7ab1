import type { Dispatch } from "react";
import { useReadNow } from "../clock.tsx";
import { useTenancy } from "../shell/session.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import type { CallAction, CallState } from "./call-state.ts";
import { ConfirmedPanel } from "./confirmed-panel.tsx";
import { OfferPanel } from "./offer-panel.tsx";
import { RefusalPanel } from "./refusal-panel.tsx";
import { draftAs, draftFromBooking } from "./request-draft.ts";
import { suggestedTime, timeBack } from "./suggested-time.ts";
import type { OfferDesk } from "./use-offer.ts";

/** What came of the request: an offer to read back, a refusal with other times, or the booking. */
export function CallOutcome({
  call,
  offer,
  act,
  onNext,
}: {
  call: CallState;
  offer: OfferDesk;
  act: Dispatch<CallAction>;
  onNext: () => void;
}) {
  const { step, member } = call;
  const { service } = useTenancy();
  const readNow = useReadNow();
  return (
    <>
      {offer.problem !== undefined && <ProblemNotice problem={offer.problem} />}
      {step.kind === "offered" && (
        <OfferPanel step={step} before={call.draft.replaces?.booking} offer={offer} />
      )}
      {step.kind === "refused" && (
        <RefusalPanel
          step={step}
          busy={offer.asking}
          onChoose={(alternative) => {
            const { time, from, to } = alternative;
            void offer.ask(
              { ...step.request, time, from, to },
              draftAs(call.draft, alternative, service.timeZone),
            );
          }}
          onChange={offer.reconsider}
          onMend={(mend) => void offer.mend(mend)}
        />
      )}
      {step.kind === "confirmed" && member !== undefined && (
        <ConfirmedPanel
          booking={step.booking}
          isChange={step.isChange}
          onNext={onNext}
          onReturn={() => {
            const { booking } = step;
            const { serviceDate, from, to } = booking.trip;
            const back = { service, date: serviceDate, now: readNow() };
            const time =
              timeBack({ ...back, there: { from, to }, bookings: [booking] }) ??
              suggestedTime({ ...back, wishedAt: [] });
            const draft = draftFromBooking({
              ...{ booking, memberClass: member.fareClass, date: serviceDate, time, turned: true },
            });
            act({ kind: "trip-chosen", draft });
          }}
        />
      )}
    </>
  );
}
