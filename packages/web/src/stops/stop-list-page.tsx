import type { Stop } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { tagOf, useLanguage, useMessages } from "../language.tsx";
import { stopMessages } from "../messages/stops/index.ts";
import { PromiseDoor } from "../promise/promise-door.tsx";
import { useTenancy } from "../shell/session.ts";
import { TextField } from "../ui/field.tsx";
import { findStops } from "../ui/find-stops.ts";
import { type KanaRow, kanaRowOf } from "../ui/kana-row.ts";
import { KanaRows } from "../ui/kana-rows.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { type Around, NearFinder } from "./near-finder.tsx";
import { NearHead } from "./near-head.tsx";
import { distanceWords, type NearStop, nearestStops } from "./nearest-stops.ts";

/** Every stop of the town, for everybody: by name, by 五十音, or near a place. */
export function StopListPage() {
  const { list: t, near } = useMessages(stopMessages);
  const { service } = useTenancy();
  const [around, setAround] = useState<Around>();
  const stops = useMemo(() => service.stops.toSorted((a, b) => a.number - b.number), [service.stops]);
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-6">
      <PageTitle title={t.title} />
      <p className="text-lg">{t.lead}</p>
      {around === undefined ? (
        <>
          <ByName stops={stops} />
          <section aria-labelledby="near" className="flex flex-col gap-3">
            <h2 id="near" className="text-xl font-bold">
              {near.title}
            </h2>
            <NearFinder onFound={setAround} />
          </section>
        </>
      ) : (
        <Near
          near={nearestStops(stops, around.position)}
          around={around}
          onAgain={() => setAround(undefined)}
        />
      )}
      <PromiseDoor />
    </div>
  );
}

function ByName({ stops }: { stops: readonly Stop[] }) {
  const { list: t } = useMessages(stopMessages);
  const [word, setWord] = useState("");
  const [row, setRow] = useState<KanaRow>();
  const found = findStops(stops, word).filter(({ kana }) => row === undefined || kanaRowOf(kana) === row);
  return (
    <section aria-label={t.title} className="flex flex-col gap-5">
      <TextField
        label={t.search}
        hint={t.searchHint}
        type="search"
        autoComplete="off"
        value={word}
        onChange={({ target }) => {
          setWord(target.value);
          setRow(undefined);
        }}
      />
      <KanaRows
        label={t.rows}
        all={t.all}
        readings={stops.map(({ kana }) => kana)}
        row={row}
        onChoose={setRow}
      />
      <p role="status" className="text-lg font-bold">
        {found.length === 0 ? t.nothing : t.count(found.length)}
      </p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {found.map((stop) => (
          <li key={stop.id}>
            <StopLink stop={stop} note={stop.kana} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Near({
  near,
  around,
  onAgain,
}: {
  near: readonly NearStop<Stop>[];
  around: Around;
  onAgain: () => void;
}) {
  const { near: t } = useMessages(stopMessages);
  return (
    <section aria-label={t.title} className="flex flex-col gap-3">
      <NearHead around={around} nearest={near[0]?.meters} onAgain={onAgain} />
      <ol className="grid gap-2 sm:grid-cols-2">
        {near.map(({ stop, meters }) => (
          <li key={stop.id}>
            <StopLink stop={stop} note={t.away(distanceWords(meters, t))} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StopLink({ stop, note }: { stop: Stop; note: string }) {
  const { tenant } = useTenancy();
  const { language } = useLanguage();
  const { page: t } = useMessages(stopMessages);
  return (
    <Link
      to="/t/$tenant/stops/$stopId"
      params={{ tenant, stopId: stop.id }}
      className="flex min-h-16 w-full items-center gap-4 rounded-8 border border-edge bg-white px-4 py-2 leading-snug hover:border-black hover:bg-key-50"
    >
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-key-900 text-lg font-bold text-white">
        <span className="sr-only">{t.number(stop.number)}</span>
        <span aria-hidden="true">{stop.number}</span>
      </span>{" "}
      <span className="min-w-0" lang={language === "en" ? tagOf("ja") : undefined}>
        <span className="block text-lg font-bold text-solid-gray-900">{stop.name}</span>
        <span className="block text-base text-quiet">{note}</span>
      </span>
    </Link>
  );
}
