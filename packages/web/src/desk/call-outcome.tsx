import type { Dispatch } from "react";
import { useTenancy } from "../shell/session.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import type { CallAction, CallState } from "./call-state.ts";
import { ConfirmedPanel } from "./confirmed-panel.tsx";
import { OfferPanel } from "./offer-panel.tsx";
import { RefusalPanel } from "./refusal-panel.tsx";
import { draftAs, draftFromBooking } from "./request-draft.ts";
import type { OfferDesk } from "./use-offer.ts";

/** What came of the request: an offer to read back, a refusal with other times, or the booking. */
export function CallOutcome({
  call,
  offer,
  act,
  date,
}: {
  call: CallState;
  offer: OfferDesk;
  act: Dispatch<CallAction>;
  date: string;
}) {
  const { step, member } = call;
  const { service } = useTenancy();
  return (
    <>
      {offer.problem !== undefined && <ProblemNotice problem={offer.problem} />}
      {step.kind === "offered" && <OfferPanel step={step} offer={offer} />}
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
        />
      )}
      {step.kind === "confirmed" && member !== undefined && (
        <ConfirmedPanel
          booking={step.booking}
          onNext={() => act({ kind: "next-call", date })}
          onReturn={() =>
            act({
              kind: "draft-changed",
              draft: {
                ...draftFromBooking({
                  booking: step.booking,
                  memberClass: member.fareClass,
                  date,
                  turned: true,
                }),
                date: step.booking.trip.serviceDate,
              },
            })
          }
        />
      )}
    </>
  );
}
