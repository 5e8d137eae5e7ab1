import type { StopMoment as Moment } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { stopMessages } from "../messages/stops/index.ts";
import { useRead } from "../read.ts";
import { addressOf } from "../server.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

const REFRESH_MS = 30_000;

/** What holds at a stop now: closures, reports not yet mended, vehicles that are expected. */
export function StopMoment({ stopId }: { stopId: string }) {
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead(
    "getStopMoment",
    { params: { tenant, stopId } },
    { refetchInterval: REFRESH_MS },
  );
  if (data === undefined)
    return error === null ? <Loading /> : <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Warnings moment={data} />
      <Arrivals moment={data} />
      {data.photo !== null && <Photo stopId={stopId} takenOn={data.photo.takenOn} />}
    </>
  );
}

function Warnings({ moment: { closures, troubles } }: { moment: Moment }) {
  const { page: t } = useMessages(stopMessages);
  const format = useFormat();
  return (
    <>
      {closures.map(({ from, until, reason }) => (
        <Notice key={`${from} ${until}`} tone="warning" title={t.closure[reason]}>
          <p>{t.closed(format.time(from), format.time(until))}</p>
        </Notice>
      ))}
      {troubles.length > 0 && (
        <Notice tone="warning">
          {troubles.map((trouble) => (
            <p key={trouble} className="text-lg font-bold">
              {t.trouble[trouble]}
            </p>
          ))}
          <p>{t.troubleLead}</p>
        </Notice>
      )}
    </>
  );
}

function Photo({ stopId, takenOn }: { stopId: string; takenOn: string }) {
  const { page: t } = useMessages(stopMessages);
  const format = useFormat();
  const { tenant, service } = useTenancy();
  const name = service.stops.find(({ id }) => id === stopId)?.name ?? stopId;
  return (
    <figure>
      {/* The day is in the address: a newer photo is fetched anew. */}
      <img
        src={`${addressOf("getStopPhoto", { params: { tenant, stopId } })}?on=${takenOn}`}
        alt={t.photo(name)}
        className="w-full rounded-12 border border-line"
      />
      <figcaption className="text-base text-quiet">{t.photoTaken(format.serviceDate(takenOn))}</figcaption>
    </figure>
  );
}

function Arrivals({ moment: { asOf, arrivals } }: { moment: Moment }) {
  const { page: t } = useMessages(stopMessages);
  const format = useFormat();
  return (
    <section aria-labelledby="arrivals" className="rounded-12 bg-surface p-5">
      <h2 id="arrivals" className="flex flex-wrap items-baseline justify-between gap-x-4 text-xl font-bold">
        {t.arrivals} <span className="text-base font-normal text-quiet">{t.asOf(format.time(asOf))}</span>
      </h2>
      {arrivals.length === 0 ? (
        <p className="mt-2 text-lg">{t.noArrivals}</p>
      ) : (
        <>
          <ul className="mt-2 flex flex-wrap gap-x-6 text-2xl font-bold">
            {arrivals.map(({ about }) => (
              <li key={about}>{t.about(format.time(about))}</li>
            ))}
          </ul>
          <p>{t.aboutLead}</p>
        </>
      )}
    </section>
  );
}
