import type { Stop } from "@noriai/api";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { tagOf, useLanguage, useMessages } from "../language.tsx";
import { stopMessages } from "../messages/stops/index.ts";
import { EMPTY_DRAFT, openStep } from "../rider/draft.ts";
import { keepDraft, keptDraft } from "../rider/use-draft.ts";
import { useTenancy } from "../shell/session.ts";
import { Button, buttonLook, LINK_LOOK } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { StepTitle } from "../ui/step-title.tsx";
import { draftAtStop } from "./draft-at-stop.ts";
import { StopMoment } from "./stop-moment.tsx";

const RoadMap = lazy(() => import("../ui/road-map.tsx"));

/** One stop for everybody; what the code on its marker opens, without signing in. */
export function StopPage() {
  const { page: t, list } = useMessages(stopMessages);
  const { tenant, service } = useTenancy();
  const { stopId } = useParams({ from: "/t/$tenant/stops/$stopId" });
  const stop = service.stops.find(({ id }) => id === stopId);
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      {stop === undefined ? (
        <>
          <PageTitle title={t.unknown} />
          <p className="text-lg">{t.unknownLead}</p>
        </>
      ) : (
        <KnownStop key={stop.id} stop={stop} />
      )}
      <p className="text-lg">
        {t.phone}{" "}
        <a
          href={`tel:${service.phoneNumber.replace(/[^\d+]/g, "")}`}
          className="inline-flex min-h-11 items-center font-bold whitespace-nowrap text-key-900 underline"
        >
          {service.phoneNumber}
        </a>
      </p>
      <Link to="/t/$tenant/stops" params={{ tenant }} className={LINK_LOOK}>
        {stop === undefined ? list.title : t.toList}
      </Link>
    </div>
  );
}

function KnownStop({ stop }: { stop: Stop }) {
  const { page: t, list } = useMessages(stopMessages);
  const { session } = useTenancy();
  const lang = useLanguage().language === "en" ? tagOf("ja") : undefined;
  return (
    <>
      <PageTitle title={list.toStop(stop.number, stop.name)}>
        <span className="flex items-center gap-4">
          <span className="grid size-16 shrink-0 place-items-center rounded-full bg-key-900 text-3xl font-bold text-white">
            <span className="sr-only">{t.number(stop.number)}</span>
            <span aria-hidden="true">{stop.number}</span>
          </span>{" "}
          <span lang={lang}>
            <span className="block">{stop.name}</span>{" "}
            <span className="block text-lg font-normal text-quiet">{stop.kana}</span>
          </span>
        </span>
      </PageTitle>
      {!stop.servable && <Notice tone="warning" title={t.notServed} />}
      <StopMoment stopId={stop.id} />
      <StopFacts stop={stop} lang={lang} />
      <StopMap stop={stop} />
      {stop.servable && (session === undefined || session.role === "rider") && <BookDoors stop={stop} />}
    </>
  );
}

/** How the stop is found. The words are those of the people who placed it. */
function StopFacts({ stop, lang }: { stop: Stop; lang: string | undefined }) {
  const { page: t } = useMessages(stopMessages);
  const { side, walk, landmarks = [], winter } = stop.sign ?? {};
  return (
    <dl className="flex flex-col gap-3 rounded-12 border border-line p-5 text-lg">
      <Fact name={t.stand} lang={lang}>
        {stop.guidance}
      </Fact>
      {side !== undefined && (
        <Fact name={t.side} lang={lang}>
          {side}
        </Fact>
      )}
      {walk !== undefined && (
        <Fact name={t.walk} lang={lang}>
          {walk}
        </Fact>
      )}
      {landmarks.length > 0 && (
        <Fact name={t.landmarks} lang={lang}>
          {landmarks.join("、")}
        </Fact>
      )}
      {winter !== undefined && (
        <Fact name={t.winter} lang={lang}>
          {winter}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, lang, children }: { name: string; lang: string | undefined; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[11rem_1fr]">
      <dt className="text-base text-quiet sm:pt-1">{name}</dt>
      <dd lang={lang} className="min-w-0">
        {children}
      </dd>
    </div>
  );
}

/** The map comes when it is asked for: who stands at the marker has seen the place, and the phone may be old. */
function StopMap({ stop }: { stop: Stop }) {
  const { page: t } = useMessages(stopMessages);
  const { tenant, service } = useTenancy();
  const [shown, setShown] = useState(false);
  if (!shown)
    return (
      <Button look="outline" size="medium" onClick={() => setShown(true)}>
        {t.showMap}
      </Button>
    );
  return (
    <div className="flex flex-col gap-2">
      <StepTitle title={t.map(stop.name)} />
      <Suspense fallback={<Loading />}>
        <RoadMap
          tenant={tenant}
          label={t.map(stop.name)}
          stops={[stop]}
          chosen={[stop.id]}
          travelBasis={service.travelBasis}
          attribution={service.mapAttribution}
          className="h-[50dvh] min-h-80"
        />
      </Suspense>
    </div>
  );
}

/** Begins a booking from or to here; what was chosen lasts through signing in. */
function BookDoors({ stop }: { stop: Stop }) {
  const { page: t } = useMessages(stopMessages);
  const { tenant } = useTenancy();
  const navigate = useNavigate();
  const book = (end: "from" | "to") => {
    const draft = draftAtStop(keptDraft(tenant, EMPTY_DRAFT) ?? EMPTY_DRAFT, end, stop.id);
    keepDraft(tenant, draft);
    void navigate({ to: "/t/$tenant/ride/book/$step", params: { tenant, step: openStep(draft) } });
  };
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <button type="button" className={buttonLook({ wide: true })} onClick={() => book("from")}>
        {t.bookFrom}
      </button>
      <button
        type="button"
        className={buttonLook({ wide: true, look: "outline" })}
        onClick={() => book("to")}
      >
        {t.bookTo}
      </button>
    </div>
  );
}
