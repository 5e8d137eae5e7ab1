import type { UsageReport } from "@noriai/api";
import { useState } from "react";
import { epochMs } from "../format.ts";
import { useMessages } from "../language.tsx";
import { refusalLabels } from "../messages/refusal-labels/index.ts";
import { certaintyOf, wordRejections } from "../messages/rejections/index.ts";
import { reportMessages } from "../messages/report/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { personsOf } from "../ui/party.ts";
import { Cell, WideTable } from "./wide-table.tsx";

type Refused = UsageReport["refusals"][number];

const FIRST = 20;

/** Wishes that could not be met, with the reasons: what the next timetable or vehicle should change. */
export function RefusedWishes({ refusals }: { refusals: readonly Refused[] }) {
  const t = useMessages(reportMessages).refusals;
  const [all, showAll] = useState(false);
  const latest = refusals.toSorted((a, b) => epochMs(b.at) - epochMs(a.at));
  const shown = all ? latest : latest.slice(0, FIRST);
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.title}</h2>
      {refusals.length === 0 ? (
        <p className="rounded-12 bg-surface p-6">{t.none}</p>
      ) : (
        <>
          <p className="mb-2 flex flex-wrap items-center gap-4 tabular-nums">
            {t.shown(shown.length, refusals.length)}
            {shown.length < refusals.length && (
              <Button look="outline" size="small" onClick={() => showAll(true)}>
                {t.all}
              </Button>
            )}
          </p>
          <WideTable
            label={t.title}
            head={[t.at, t.wish, t.route, { numeric: t.party }, t.reasons, t.channel]}
          >
            {shown.map((refusal) => (
              <Row
                key={`${refusal.at} ${refusal.trip.from} ${refusal.trip.to} ${refusal.trip.time.at}`}
                refusal={refusal}
              />
            ))}
          </WideTable>
        </>
      )}
    </section>
  );
}

function Row({ refusal: { at, trip, rejections, channel } }: { refusal: Refused }) {
  const t = useMessages(reportMessages);
  const labels = useMessages(refusalLabels);
  const format = useFormat();
  const { stops, vehicles } = useTenancy().service;
  const stopName = (stopId: string) => stops.find(({ id }) => id === stopId)?.name ?? stopId;
  const reasons = wordRejections(rejections, labels, {
    format,
    now: epochMs(at) / 1000,
    stopName,
    seats: vehicles.map(({ seats }) => seats),
  });
  const certainty = certaintyOf(rejections);
  return (
    <tr className="border-b border-line last:border-b-0">
      <Cell>
        <span className="whitespace-nowrap tabular-nums">{format.dateTime(at)}</span>
      </Cell>
      <Cell>
        <span className="whitespace-nowrap tabular-nums">{format.serviceDate(trip.serviceDate)} </span>
        <span className="whitespace-nowrap tabular-nums">
          {t.refusals[trip.time.mode](format.time(trip.time.at))}
        </span>
      </Cell>
      <Cell>{t.records.arrow(stopName(trip.from), stopName(trip.to))}</Cell>
      <Cell numeric>{t.totals.people(personsOf(trip.party))}</Cell>
      <Cell>
        {reasons.map((reason) => (
          <span key={reason} className="block">
            {reason}
          </span>
        ))}
        {certainty !== undefined && <span className="block text-quiet">{labels.certainty[certainty]}</span>}
      </Cell>
      <Cell>
        <span className="whitespace-nowrap">{t.channels[channel]}</span>
      </Cell>
    </tr>
  );
}
