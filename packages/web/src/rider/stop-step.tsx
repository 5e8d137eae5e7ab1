import type { Stop } from "@noriai/api";
import { lazy, Suspense, useMemo, useState } from "react";
import { useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";
import { useTenancy } from "../shell/session.ts";
import { NearChoice } from "../stops/near-choice.tsx";
import { Button } from "../ui/button.tsx";
import { ChoiceCard } from "../ui/choice-card.tsx";
import { TextField } from "../ui/field.tsx";
import { findStops } from "../ui/find-stops.ts";
import { type KanaRow, kanaRowOf } from "../ui/kana-row.ts";
import { KanaRows } from "../ui/kana-rows.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import type { HelpedRider } from "./draft.ts";
import { frequentStops } from "./frequent-stops.ts";
import { StopButton } from "./stop-button.tsx";
import { useBookingsOf } from "./use-bookings-of.ts";

const RoadMap = lazy(() => import("../ui/road-map.tsx"));
const VIEWS = ["list", "near", "map"] as const;
type View = (typeof VIEWS)[number];
const FREQUENT_MOST = 4;

/** Chooses a stop: from the list by name, reading or number, near a place, or on the map. */
export function StopStep({
  title,
  helped,
  chosen,
  from,
  onChoose,
}: {
  title: string;
  /** Whose stops come first, where it is not the rider. */
  helped: HelpedRider | undefined;
  chosen: string | undefined;
  /** When choosing where to alight: where one boards. */
  from?: string | undefined;
  onChoose: (stopId: string) => void;
}) {
  const { stops: t } = useMessages(riderMessages);
  const [view, setView] = useState<View>("list");
  return (
    <>
      <PageTitle title={title} />
      <fieldset className="grid grid-cols-[repeat(auto-fit,minmax(min(9.5rem,100%),1fr))] gap-3">
        <legend className="sr-only">{t.view}</legend>
        {VIEWS.map((each) => (
          <ChoiceCard
            key={each}
            name="view"
            value={each}
            checked={view === each}
            onChoose={() => setView(each)}
          >
            <span className="text-lg font-bold">{t.views[each]}</span>
          </ChoiceCard>
        ))}
      </fieldset>
      {view === "list" && <StopList helped={helped} chosen={chosen} from={from} onChoose={onChoose} />}
      {view === "near" && <NearChoice chosen={chosen} from={from} onChoose={onChoose} />}
      {view === "map" && (
        <Suspense fallback={<Loading />}>
          <StopMap label={title} chosen={chosen} from={from} onChoose={onChoose} />
        </Suspense>
      )}
    </>
  );
}

interface Choosing {
  readonly chosen: string | undefined;
  readonly from: string | undefined;
  readonly onChoose: (stopId: string) => void;
}

function StopList({ helped, chosen, from, onChoose }: Choosing & { helped: HelpedRider | undefined }) {
  const { stops: t } = useMessages(riderMessages);
  const { service } = useTenancy();
  const { bookings } = useBookingsOf(helped);
  const [word, setWord] = useState("");
  const [row, setRow] = useState<KanaRow>();
  const sorted = useMemo(() => service.stops.toSorted((a, b) => a.number - b.number), [service.stops]);
  const found = findStops(sorted, word).filter(({ kana }) => row === undefined || kanaRowOf(kana) === row);
  const frequent = frequentStops(bookings, FREQUENT_MOST).flatMap(
    (id) => sorted.find((stop) => stop.id === id && stop.servable && stop.id !== from) ?? [],
  );
  const button = (stop: Stop) => (
    <li key={stop.id}>
      <StopButton
        stop={stop}
        chosen={stop.id === chosen}
        off={!stop.servable ? t.closed : stop.id === from ? t.isFrom : undefined}
        onChoose={() => onChoose(stop.id)}
      />
    </li>
  );
  return (
    <div className="flex flex-col gap-5">
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
      {word === "" && (
        <KanaRows
          label={t.rows}
          all={t.all}
          readings={sorted.map(({ kana }) => kana)}
          row={row}
          onChoose={setRow}
        />
      )}
      {word === "" && row === undefined && frequent.length > 0 && (
        <section aria-label={t.frequent}>
          <h2 className="mb-2 text-lg font-bold">{t.frequent}</h2>
          <ul className="grid gap-2 sm:grid-cols-2">{frequent.map(button)}</ul>
        </section>
      )}
      <section aria-label={t.views.list}>
        <p role="status" className="mb-2 text-lg font-bold">
          {found.length === 0 ? t.nothing(word) : t.found(found.length)}
        </p>
        {found.length === 0 ? (
          <Button look="outline" size="medium" onClick={() => setWord("")}>
            {t.clear}
          </Button>
        ) : (
          <ul className="grid gap-2 sm:grid-cols-2">{found.map(button)}</ul>
        )}
      </section>
    </div>
  );
}

function StopMap({ label, chosen, from, onChoose }: Choosing & { label: string }) {
  const { stops: t } = useMessages(riderMessages);
  const { tenant, service } = useTenancy();
  const [picked, setPicked] = useState(chosen);
  const stops = useMemo(
    () => service.stops.map((stop) => ({ ...stop, off: !stop.servable || stop.id === from })),
    [service.stops, from],
  );
  const stop = stops.find(({ id }) => id === picked);
  return (
    <div className="flex flex-col gap-3">
      <p>{t.mapLead}</p>
      <RoadMap
        tenant={tenant}
        label={label}
        stops={stops}
        chosen={[from, picked].filter((id) => id !== undefined)}
        onChoose={setPicked}
        travelBasis={service.travelBasis}
        attribution={service.mapAttribution}
        className="h-[60dvh] min-h-80"
      />
      <div aria-live="polite" className="min-h-20">
        {stop !== undefined && !stop.off && (
          <div className="flex flex-col gap-3">
            <p className="text-lg">
              <span className="block text-base text-quiet">{t.chosenOnMap}</span>
              <span className="text-xl font-bold">{stop.name}</span>
            </p>
            <Button wide onClick={() => onChoose(stop.id)}>
              {t.choose(stop.name)}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
