import type { BoardingRecord } from "@noriai/api";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { reportMessages } from "../messages/report/index.ts";
import { useFormat } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { personsOf } from "../ui/party.ts";
import { Cell, WideTable } from "./wide-table.tsx";

/** More than this at once slows the page and helps nobody; the file has them all. */
const FIRST = 200;

/** A fare falls due with the ride: until then a zero is no free ride. */
const NOT_YET_DUE: ReadonlySet<string> = new Set(["confirmed", "boarding", "riding"]);

/** Every booking of the period with what was promised, what happened and what was paid. 仕様書 5-(4)-④ */
export function BoardingRecords({ records }: { records: readonly BoardingRecord[] }) {
  const t = useMessages(reportMessages).records;
  const [all, showAll] = useState(false);
  const shown = all ? records : records.slice(0, FIRST);
  const head = [
    t.date,
    t.route,
    t.promised,
    { numeric: t.boarded },
    { numeric: t.alighted },
    { numeric: t.party },
    { numeric: t.fareDue },
    { numeric: t.fareCollected },
    t.shared,
    t.channel,
    t.state,
  ];
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.title}</h2>
      {records.length === 0 ? (
        <p className="rounded-12 bg-surface p-6">{t.none}</p>
      ) : (
        <>
          <p className="mb-2 flex flex-wrap items-center gap-4 tabular-nums">
            {t.shown(shown.length, records.length)}
            {shown.length < records.length && (
              <Button look="outline" size="small" onClick={() => showAll(true)}>
                {t.all}
              </Button>
            )}
          </p>
          <WideTable label={t.region} head={head}>
            {shown.map((record) => (
              <Row key={record.bookingId} record={record} />
            ))}
          </WideTable>
        </>
      )}
    </section>
  );
}

function Row({ record }: { record: BoardingRecord }) {
  const t = useMessages(reportMessages);
  const format = useFormat();
  const { promisedPickupFrom, promisedPickupTo, boardedAt, alightedAt, fareDue, fareCollected } = record;
  const isOpen = fareDue === 0 && NOT_YET_DUE.has(record.state);
  return (
    <tr className="border-b border-line last:border-b-0">
      <Cell>
        <span className="whitespace-nowrap">{format.serviceDate(record.serviceDate)}</span>
      </Cell>
      <Cell>{t.records.arrow(record.fromStop, record.toStop)}</Cell>
      <Cell>
        <span className="whitespace-nowrap tabular-nums">
          {t.records.between(format.time(promisedPickupFrom), format.time(promisedPickupTo))}
        </span>
      </Cell>
      <Cell numeric>{boardedAt === null ? t.nothing : format.time(boardedAt)}</Cell>
      <Cell numeric>{alightedAt === null ? t.nothing : format.time(alightedAt)}</Cell>
      <Cell numeric>{t.totals.people(personsOf(record.party))}</Cell>
      <Cell numeric>{isOpen ? t.nothing : format.yen(fareDue)}</Cell>
      <Cell numeric>
        <span className={fareCollected === fareDue ? "" : "font-bold text-error-2"}>
          {isOpen && fareCollected === 0 ? t.nothing : format.yen(fareCollected)}
        </span>
      </Cell>
      <Cell>{record.shared ? t.records.isShared : t.records.notShared}</Cell>
      <Cell>
        <span className="whitespace-nowrap">{t.channels[record.channel]}</span>
      </Cell>
      <Cell>
        <span className="whitespace-nowrap">{t.states[record.state] ?? record.state}</span>
      </Cell>
    </tr>
  );
}
