import type { Refusal, TripTime } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import { useReadNow } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { rejectionMessages, wordRejections } from "../messages/rejections/index.ts";
import { riderMessages } from "../messages/rider/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { buttonLook } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import type { Draft } from "./draft.ts";
import { useChosen } from "./step-list.tsx";

const EDITABLE = ["from", "to", "when", "who"] as const;

/** Why the trip cannot be had, what can be had instead with one press, and the way to change any part of the wish. */
export function RefusalCard({
  refusal,
  draft,
  onTime,
}: {
  refusal: Refusal;
  draft: Draft;
  onTime: (time: TripTime) => void;
}) {
  const { refusal: t } = useMessages(riderMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const reasons = useReasons(refusal.rejections);
  return (
    <div className="flex flex-col gap-6">
      <PageTitle title={t.title} />
      <Notice tone="warning" quiet>
        <h2 className="sr-only">{t.why}</h2>
        <ul className="text-lg">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Notice>
      {refusal.alternatives.length > 0 ? (
        <section aria-labelledby="alternatives">
          <h2 id="alternatives" className="mb-2 text-xl font-bold">
            {t.alternatives}
          </h2>
          <ul className="flex flex-col gap-3">
            {refusal.alternatives.map(({ time, pickupAt, dropoffAt }) => (
              <li key={`${time.mode} ${time.at}`}>
                <button
                  type="button"
                  onClick={() => onTime(time)}
                  className={`${buttonLook({ look: "outline", wide: true })} min-h-16 justify-start! text-left text-xl`}
                >
                  {t.alternative(format.time(pickupAt), format.time(dropoffAt))}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <p className="text-lg">{t.none}</p>
      )}
      <ChangeConditions draft={draft} />
      <p>{t.callUs(service.phoneNumber)}</p>
    </div>
  );
}

function ChangeConditions({ draft }: { draft: Draft }) {
  const { refusal: t, steps } = useMessages(riderMessages);
  const { tenant } = useTenancy();
  const chosen = useChosen(draft);
  return (
    <section aria-labelledby="conditions">
      <h2 id="conditions" className="mb-1 text-xl font-bold">
        {t.changeConditions}
      </h2>
      <dl>
        {EDITABLE.map((step) => (
          <div key={step} className="flex flex-wrap items-center gap-x-4 border-b border-line py-2">
            <dt className="w-36 text-quiet">{steps.names[step]}</dt>
            <dd className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4">
              <span className="text-lg font-bold">{chosen[step]}</span>
              <Link
                to="/t/$tenant/ride/book/$step"
                params={{ tenant, step }}
                className={buttonLook({ look: "plain", size: "small" })}
              >
                {steps.fix(steps.names[step])}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function useReasons(rejections: Refusal["rejections"]): readonly string[] {
  const messages = useMessages(rejectionMessages);
  const format = useFormat();
  const readNow = useReadNow();
  const { service } = useTenancy();
  return wordRejections(rejections, messages, {
    format,
    now: readNow(),
    stopName: (id) => service.stops.find((stop) => stop.id === id)?.name ?? id,
    seats: service.vehicles.map(({ seats }) => seats),
  });
}
