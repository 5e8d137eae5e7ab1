import type { Alternative, Refusal, TripRequestBody } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import { useMessages } from "../language.tsx";
import { certaintyOf, rejectionMessages } from "../messages/rejections/index.ts";
import { riderMessages } from "../messages/rider/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { buttonLook } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { WaitDoor } from "../waiting/wait-door.tsx";
import type { Draft } from "./draft.ts";
import { useChosen } from "./step-list.tsx";
import { forgetDraft } from "./use-draft.ts";
import { useReasons } from "./use-reasons.ts";

const EDITABLE = ["from", "to", "when", "who"] as const;

/** Why the trip cannot be had, what can be had instead with one press, and the way to change any part of the wish. */
export function RefusalCard({
  refusal,
  draft,
  request,
  onChoose,
  onAgain,
}: {
  refusal: Refusal;
  draft: Draft;
  request: TripRequestBody;
  onChoose: (alternative: Alternative) => void;
  onAgain: () => void;
}) {
  const { refusal: t } = useMessages(riderMessages);
  const { certainty: sure } = useMessages(rejectionMessages);
  const { tenant, service } = useTenancy();
  const reasons = useReasons(refusal.rejections);
  const certainty = certaintyOf(refusal.rejections);
  const of = (kind: Alternative["kind"]) => refusal.alternatives.filter((other) => other.kind === kind);
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
        {certainty !== undefined && <p className="phrase mt-2">{sure[certainty]}</p>}
      </Notice>
      <Alternatives title={t.alternatives} choices={of("other-time")} onChoose={onChoose} />
      <Alternatives title={t.nearby} choices={of("other-stop")} onChoose={onChoose} />
      {refusal.alternatives.length === 0 && <p className="text-lg">{t.none}</p>}
      {draft.helped === undefined && (
        <WaitDoor
          refusal={refusal}
          request={request}
          onAgain={onAgain}
          onJoined={() => forgetDraft(tenant, draft)}
        />
      )}
      <ChangeConditions draft={draft} />
      <p>{t.callUs(service.phoneNumber)}</p>
    </div>
  );
}

function Alternatives({
  title,
  choices,
  onChoose,
}: {
  title: string;
  choices: readonly Alternative[];
  onChoose: (alternative: Alternative) => void;
}) {
  const { refusal: t } = useMessages(riderMessages);
  const format = useFormat();
  const walkWords = useWalkWords();
  if (choices.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="mb-2 text-xl font-bold">{title}</h2>
      <ul className="flex flex-col gap-3">
        {choices.map((choice) => (
          <li key={`${choice.time.mode} ${choice.time.at} ${choice.from} ${choice.to}`}>
            <button
              type="button"
              onClick={() => onChoose(choice)}
              className={`${buttonLook({ look: "outline", wide: true })} min-h-16 flex-col items-start! justify-center! gap-0 text-left text-xl`}
            >
              {walkWords(choice).map((words) => (
                <span key={words} className="block">
                  {words}
                </span>
              ))}
              <span className="block">
                {t.alternative(format.time(choice.pickupAt), format.time(choice.dropoffAt))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where to walk for another stop; nothing where both stops are the wished ones. */
function useWalkWords(): (choice: Alternative) => readonly string[] {
  const { refusal: t } = useMessages(riderMessages);
  const { service } = useTenancy();
  const nameOf = (stopId: string) => service.stops.find(({ id }) => id === stopId)?.name ?? stopId;
  return ({ from, to, walk }) => [
    ...(walk.from > 0 ? [t.boardAt(nameOf(from), walk.from)] : []),
    ...(walk.to > 0 ? [t.alightAt(nameOf(to), walk.to)] : []),
  ];
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
