import type { Dispatch } from "react";
import { CallOutcome } from "./call-outcome.tsx";
import type { CallAction, CallState } from "./call-state.ts";
import { ChangePanel } from "./change/change-panel.tsx";
import { OvertakenChange } from "./change/overtaken-change.tsx";
import { useOvertaken } from "./change/use-change.ts";
import { RequestForm } from "./request-form.tsx";
import type { OfferDesk } from "./use-offer.ts";

/** The side of the desk where a trip is asked for, new or in the place of a booking, and what came of it. */
export function TripSide({
  call,
  offer,
  act,
  date,
  onNext,
}: {
  call: CallState;
  offer: OfferDesk;
  act: Dispatch<CallAction>;
  /** Of the empty form that is left behind a change. */
  date: string;
  onNext: () => void;
}) {
  const { draft, step } = call;
  const seen = draft.replaces;
  const changed = useOvertaken(seen);
  // The desk's own yes makes another booking of it, too.
  const overtaken = offer.confirming ? undefined : changed;
  const leave = () => act({ kind: "change-left", date });
  return (
    <div className="flex flex-col gap-6">
      {seen !== undefined && (
        <ChangePanel
          seen={seen.booking}
          isListening={step.kind === "listening" && overtaken === undefined}
          onLeave={leave}
        />
      )}
      <RequestForm
        call={call}
        busy={offer.asking}
        onChange={(changes) => act({ kind: "draft-changed", draft: changes })}
        onAsk={offer.ask}
      />
      {seen !== undefined && overtaken !== undefined ? (
        <OvertakenChange
          seen={seen}
          now={overtaken}
          onLeave={leave}
          onGoOn={() => act({ kind: "trip-chosen", draft: { ...draft, replaces: overtaken } })}
        />
      ) : (
        <CallOutcome call={call} offer={offer} act={act} onNext={onNext} />
      )}
    </div>
  );
}
