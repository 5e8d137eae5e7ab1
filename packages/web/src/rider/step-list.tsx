import { Link } from "@tanstack/react-router";
import { useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { personsOf } from "../ui/party.ts";
import { canShow, type Draft, STEPS, type Step } from "./draft.ts";

/** Where the rider stands, and what has been chosen; every step done is a way back to it. */
export function StepList({ step, draft }: { step: Step; draft: Draft }) {
  const { steps, colon } = useMessages(riderMessages);
  const { tenant } = useTenancy();
  const chosen = useChosen(draft);
  const at = STEPS.indexOf(step);
  return (
    <nav aria-label={steps.list} className="@container flex flex-col gap-2">
      <p className="text-lg font-bold">
        {draft.replaces === undefined ? steps.bookTitle : steps.changeTitle}
        <span className="@min-[20rem]:hidden">
          {colon}
          {steps.names[step]}
        </span>{" "}
        <span className="ml-3 text-base font-normal text-quiet">{steps.progress(at + 1, STEPS.length)}</span>
      </p>
      <ol className="grid grid-cols-[repeat(5,auto)] gap-1 sm:grid-cols-5">
        {STEPS.map((each, index) => (
          <li
            key={each}
            aria-current={each === step ? "step" : undefined}
            className={`phrase min-w-0 border-t-8 pt-1 text-base leading-snug ${index <= at ? "border-key-900" : "border-solid-gray-200"}`}
          >
            <span className="hidden @min-[20rem]:block">
              {each !== step && canShow(draft, each) ? (
                <Link
                  to="/t/$tenant/ride/book/$step"
                  params={{ tenant, step: each }}
                  className="block min-h-11 text-key-900 underline sm:min-h-8"
                >
                  {steps.names[each]}
                </Link>
              ) : (
                <span className={`block min-h-11 sm:min-h-8 ${each === step ? "font-bold" : "text-quiet"}`}>
                  {steps.names[each]}
                </span>
              )}
            </span>
            <span className="hidden text-quiet sm:block">{chosen[each]}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** What has been chosen in each step, in a few words. */
export function useChosen(draft: Draft): Readonly<Partial<Record<Step, string>>> {
  const t = useMessages(riderMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const name = (id: string | undefined) => service.stops.find((stop) => stop.id === id)?.name;
  const { from, to, date, time, mode, companions, partyKnown } = draft;
  return {
    ...(name(from) && { from: name(from)! }),
    ...(name(to) && { to: name(to)! }),
    ...(date !== undefined &&
      time !== undefined && {
        when: `${format.serviceDate(date)} ${format.wall(time)} ${t.when.modeShort[mode]}`,
      }),
    ...(partyKnown && { who: t.persons(personsOf(companions) + 1) }),
  };
}
