import type { Fare } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";
import { useFormat } from "../shell/session.ts";

/** The fare by class and its sum. */
export function FareLines({ fare }: { fare: Fare }) {
  const { offer: t, fareClassShort, free } = useMessages(riderMessages);
  const format = useFormat();
  return (
    <section aria-label={t.fare} className="mt-4 border-t border-line pt-4">
      <ul>
        {fare.lines.map(({ fareClass, count, unit }) => (
          <li key={fareClass} className="flex justify-between gap-4">
            <span>{t.fareLine(fareClassShort[fareClass], count, unit === 0 ? free : format.yen(unit))}</span>
            <span className="tabular-nums">{format.yen(count * unit)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-1 flex justify-between gap-4 text-xl font-bold text-solid-gray-900">
        <span>{`${t.fare} ${t.fareTotal}`}</span>
        <span className="tabular-nums">{format.yen(fare.total)}</span>
      </p>
      <p className="text-base text-quiet">{t.payOnBoard}</p>
    </section>
  );
}
