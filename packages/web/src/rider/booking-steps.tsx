import { Navigate, useNavigate, useParams } from "@tanstack/react-router";
import { HelpedBanner } from "../helping/helped-banner.tsx";
import { useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { canShow, type Draft, openStep, STEPS, type Step } from "./draft.ts";
import { homeOf } from "./home-of.ts";
import { OfferStep } from "./offer-step.tsx";
import { StepList } from "./step-list.tsx";
import { StopStep } from "./stop-step.tsx";
import { useBookingsOf } from "./use-bookings-of.ts";
import { forgetDraft, useDraft } from "./use-draft.ts";
import { useLeftSearch } from "./use-left-search.ts";
import { useOffer } from "./use-offer.ts";
import { WhenStep } from "./when-step.tsx";
import { WhoStep } from "./who-step.tsx";

/** Booking in five steps, each with its own address: going back in the browser goes back one step. */
export function BookingSteps() {
  const t = useMessages(riderMessages);
  const { tenant } = useTenancy();
  const { step: asked } = useParams({ from: "/t/$tenant/ride/book/$step" });
  const navigate = useNavigate();
  const { draft, keep } = useDraft(tenant);
  const desk = useOffer(tenant);
  const step = STEPS.find((each) => each === asked);
  const leaveSearch = useLeftSearch(draft, step);
  const go = (to: Step) => void navigate({ to: "/t/$tenant/ride/book/$step", params: { tenant, step: to } });
  const choose = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    keep(next);
    go(openStep(next));
  };
  const quit = async () => {
    leaveSearch();
    forgetDraft(tenant, draft);
    await navigate(homeOf(draft, tenant));
    await desk.giveBack();
  };
  if (step === undefined || !canShow(draft, step))
    return <Navigate to="/t/$tenant/ride/book/$step" params={{ tenant, step: openStep(draft) }} replace />;
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-5">
      <StepList step={step} draft={draft} />
      {draft.helped !== undefined && <HelpedBanner helped={draft.helped} />}
      {draft.replaces !== undefined && <Changing bookingId={draft.replaces} helped={draft.helped} />}
      {step === "from" && (
        <StopStep
          key="from"
          title={t.stops.fromTitle}
          helped={draft.helped}
          chosen={draft.from}
          onChoose={(from) => choose({ from })}
        />
      )}
      {step === "to" && (
        <StopStep
          key="to"
          title={t.stops.toTitle}
          helped={draft.helped}
          chosen={draft.to}
          from={draft.from}
          onChoose={(to) => choose({ to })}
        />
      )}
      {step === "when" && <WhenStep draft={draft} onChoose={choose} />}
      {step === "who" && (
        <WhoStep
          draft={draft}
          onChange={(part) => keep({ ...draft, ...part })}
          onAsk={() => choose({ partyKnown: true })}
        />
      )}
      {step === "offer" && <OfferStep draft={draft} desk={desk} onChoose={choose} />}
      <div className="flex flex-wrap justify-between gap-3 border-t border-line pt-4">
        <Button look="outline" size="medium" onClick={() => history.back()}>
          {t.steps.back}
        </Button>
        <Button look="plain" size="medium" onClick={() => void quit()}>
          {draft.replaces === undefined ? t.steps.quit : t.steps.quitChange}
        </Button>
      </div>
    </div>
  );
}

/** Tells that an old booking stands until the new one is confirmed. */
function Changing({ bookingId, helped }: { bookingId: string; helped: Draft["helped"] }) {
  const t = useMessages(riderMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const booking = useBookingsOf(helped).bookings.find(({ id }) => id === bookingId);
  if (booking === undefined) return null;
  const name = (id: string) => service.stops.find((stop) => stop.id === id)?.name ?? id;
  const ride = `${format.dateTime(booking.promise.pickupFrom)} ${t.route(name(booking.trip.from), name(booking.trip.to))}`;
  return (
    <Notice title={t.steps.changing(ride)} quiet>
      <p>{t.steps.changingLead}</p>
    </Notice>
  );
}
