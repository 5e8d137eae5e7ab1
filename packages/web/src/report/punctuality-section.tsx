import type { Punctuality } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { reportMessages } from "../messages/report/index.ts";
import { PromiseDoor } from "../promise/promise-door.tsx";
import { percentOf } from "./percent.ts";

/** Whether promises were kept: on boarding, on arrival, and what was called off after it was promised. */
export function PunctualitySection({ punctuality }: { punctuality: Punctuality }) {
  const { punctuality: t, totals } = useMessages(reportMessages);
  return (
    <section aria-labelledby="punctuality">
      <h2 id="punctuality" className="text-xl font-bold">
        {t.title}
      </h2>
      <p className="mb-3">{t.lead}</p>
      <dl className="grid gap-px overflow-hidden rounded-12 border border-line bg-line sm:grid-cols-3">
        <Kept name={t.pickups} hint={t.pickupsHint} kept={punctuality.pickups} />
        <Kept name={t.arrivals} hint={t.arrivalsHint} kept={punctuality.arrivals} />
        <Figure
          name={t.calledOff}
          value={totals.items(punctuality.calledOff)}
          details={[]}
          hint={t.calledOffHint}
        />
      </dl>
      <PromiseDoor />
    </section>
  );
}

function Kept({ name, hint, kept }: { name: string; hint: string; kept: Punctuality["pickups"] }) {
  const { punctuality: t, totals } = useMessages(reportMessages);
  const { keptPermille, lateness } = kept;
  if (keptPermille === null) return <Figure name={name} value={t.none} details={[]} hint={hint} />;
  const details = [
    t.of(kept.kept, kept.all),
    ...(lateness === null
      ? []
      : [t.late(kept.late, minutesOf(lateness.median), minutesOf(lateness.largest))]),
  ];
  return <Figure name={name} value={totals.percent(percentOf(keptPermille))} details={details} hint={hint} />;
}

/** Rounded up: no delay is told shorter than it was. */
const minutesOf = (seconds: number): number => Math.ceil(seconds / 60);

function Figure({
  name,
  value,
  details,
  hint,
}: {
  name: string;
  value: string;
  details: readonly string[];
  hint: string;
}) {
  return (
    <div className="bg-white p-4">
      <dt className="text-base">{name}</dt>
      <dd>
        <span className="block text-2xl font-bold tabular-nums">{value}</span>
        {details.map((detail) => (
          <span key={detail} className="phrase block tabular-nums">
            {detail}
          </span>
        ))}
        <span className="phrase block text-base text-quiet">{hint}</span>
      </dd>
    </div>
  );
}
