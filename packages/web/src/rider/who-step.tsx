import { useMessages } from "../language.tsx";
import { needsMessages } from "../messages/needs/index.ts";
import { riderMessages } from "../messages/rider/index.ts";
import { OwnNeedFields } from "../needs/own-need-fields.tsx";
import { useRecordedNeeds } from "../needs/use-recorded-needs.ts";
import { useFormat, useSession, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { FARE_CLASSES, type FareClass, personsOf } from "../ui/party.ts";
import { Stepper } from "../ui/stepper.tsx";
import type { Draft } from "./draft.ts";

const COMPANIONS_MOST = 20;

/** Says who rides: the rider, companions by fare class, wheelchairs, and what else comes along. */
export function WhoStep({
  draft,
  onChange,
  onAsk,
}: {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  onAsk: () => void;
}) {
  const t = useMessages(riderMessages);
  const { wheelchair } = useMessages(needsMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const { companions, wheelchairs, needs, helped } = draft;
  const ownClass = useSession().fareClass ?? "general";
  const own = helped?.fareClass ?? ownClass;
  const recorded = useRecordedNeeds(helped === undefined);
  const hasOwnWheelchair = recorded.kind === "known" && recorded.needs.includes("wheelchair");
  const fareOf = (fareClass: FareClass) =>
    service.fares.find((fare) => fare.fareClass === fareClass)?.yen ?? 0;
  const fareText = (fareClass: FareClass) =>
    fareOf(fareClass) === 0 ? t.free : format.yen(fareOf(fareClass));
  const persons = personsOf(companions) + 1;
  const about = fareOf(own) + FARE_CLASSES.reduce((sum, each) => sum + companions[each] * fareOf(each), 0);
  const countCompanions = (fareClass: FareClass, count: number) => {
    const next = { ...companions, [fareClass]: count };
    onChange({ companions: next, wheelchairs: Math.min(wheelchairs, personsOf(next) + 1) });
  };
  return (
    <div className="flex flex-col gap-6">
      <PageTitle title={t.who.title} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 rounded-8 bg-key-50 px-4 py-3 text-lg">
        <p>
          <span className="font-bold">{helped?.name ?? t.who.self}</span>
          <span className="block text-base">{t.fareClass[own]}</span>
        </p>
        <p className="font-bold">{fareText(own)}</p>
      </div>
      <section aria-labelledby="companions">
        <h2 id="companions" className="text-xl font-bold">
          {t.who.companions}
        </h2>
        <p>{t.who.companionsHint}</p>
        {FARE_CLASSES.map((fareClass) => (
          <Stepper
            key={fareClass}
            label={t.fareClass[fareClass]}
            hint={fareText(fareClass)}
            value={companions[fareClass]}
            shown={t.persons(companions[fareClass])}
            max={COMPANIONS_MOST}
            fewer={t.who.fewer(t.fareClass[fareClass])}
            more={t.who.more(t.fareClass[fareClass])}
            onChange={(count) => countCompanions(fareClass, count)}
          />
        ))}
      </section>
      <Stepper
        label={t.who.wheelchairs}
        hint={hasOwnWheelchair ? wheelchair : undefined}
        value={wheelchairs}
        shown={t.who.wheelchairCount(wheelchairs)}
        max={persons}
        fewer={t.who.fewerWheelchairs}
        more={t.who.moreWheelchairs}
        onChange={(count) => onChange({ wheelchairs: count })}
      />
      <OwnNeedFields needs={needs} recorded={recorded} onChange={(next) => onChange({ needs: next })} />
      <p role="status" className="text-xl font-bold">
        {t.who.total(persons)} <span className="ml-4">{t.who.fareAbout(format.yen(about))}</span>
      </p>
      <Button wide busy={needs === undefined && recorded.kind === "awaited"} onClick={onAsk}>
        {t.who.ask}
      </Button>
    </div>
  );
}
