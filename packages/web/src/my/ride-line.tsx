import type { MyRides } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { myMessages } from "../messages/my/index.ts";
import { StateBadge } from "../rider/state-badge.tsx";
import { useFormat } from "../shell/session.ts";
import { personsOf } from "../ui/party.ts";

type Ride = MyRides["rides"][number];

/** One ride like a line of a till slip: when, from where to where, how many, what was paid. */
export function RideLine({ ride }: { ride: Ride }) {
  const { rides: t } = useMessages(myMessages);
  const format = useFormat();
  const { serviceDate, from, to, party, state, paid, fare, boardedAt } = ride;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="text-lg font-bold">
          {format.serviceDate(serviceDate)}
          <span className="phrase ml-3">{t.route(from, to)}</span>
        </p>
        <p className="flex flex-wrap items-center gap-x-4">
          <Times ride={ride} />
          <span>{t.persons(personsOf(party))}</span>
          {state !== "completed" && <StateBadge state={state} />}
        </p>
      </div>
      {boardedAt !== null && (
        <p className="text-right text-lg tabular-nums">
          <span className="mr-2 text-base text-quiet">{t.fare}</span>
          <span className="font-bold">
            {paid !== null
              ? t.paid(format.yen(paid.amount), t.means[paid.means])
              : fare.total === 0
                ? format.yen(0)
                : t.unpaid}
          </span>
        </p>
      )}
    </li>
  );
}

function Times({ ride: { boardedAt, alightedAt, promisedPickupFrom } }: { ride: Ride }) {
  const { rides: t } = useMessages(myMessages);
  const { time } = useFormat();
  if (boardedAt === null) return <span>{t.promised(time(promisedPickupFrom))}</span>;
  if (alightedAt === null) return <span>{t.boarded(time(boardedAt))}</span>;
  return <span>{t.ridden(time(boardedAt), time(alightedAt))}</span>;
}
