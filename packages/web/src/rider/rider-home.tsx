import type { Booking } from "@noriai/api";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";
import { useRead } from "../read.ts";
import { useSession, useTenancy } from "../shell/session.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { IfItComes } from "../ui/if-it-comes.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { OpenAgain } from "../ui/open-again.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { BookingRow } from "./booking-row.tsx";
import { draftToChange, EMPTY_DRAFT, openStep } from "./draft.ts";
import { sortBookings } from "./sort-bookings.ts";
import { Ticket } from "./ticket.tsx";
import { keepDraft, keptDraft } from "./use-draft.ts";
import { useToldOnce } from "./use-told-once.ts";

/** What may still be done to a booking changes with the time alone. */
const REFRESH_MS = 30_000;

/** The rider's own page: the next ride as a ticket, the door to booking, and all bookings. */
export function RiderHome() {
  const { home: t } = useMessages(riderMessages);
  const { displayName } = useSession();
  const { tenant } = useTenancy();
  const navigate = useNavigate();
  const bookings = useRead("listMyBookings", { params: { tenant } }, { refetchInterval: REFRESH_MS });
  const told = useToldOnce(useSearch({ from: "/t/$tenant/ride/" }).told);
  const [cancelled, setCancelled] = useState(false);
  const ridesToday = useRidesToday(bookings.data?.bookings);
  const own =
    bookings.data !== undefined ? (
      <Bookings
        bookings={bookings.data.bookings}
        told={told}
        cancelled={cancelled}
        onCancelled={() => setCancelled(true)}
      />
    ) : bookings.error !== null ? (
      <ProblemNotice problem={bookings.error} onRetry={() => void bookings.refetch()} />
    ) : (
      <Loading />
    );
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <PageTitle title={t.title}>{t.greeting(displayName)}</PageTitle>
      <IfItComes>
        <Suspense>
          <HomeNews
            onBooked={() =>
              void navigate({
                to: "/t/$tenant/ride",
                params: { tenant },
                search: { told: "booked" },
                replace: true,
              })
            }
          />
        </Suspense>
      </IfItComes>
      {ridesToday && own}
      <BookDoor />
      {!ridesToday && own}
      <IfItComes>
        <Suspense>
          <HomeDoors />
        </Suspense>
      </IfItComes>
    </div>
  );
}

const CancelDialog = lazy(async () => ({ default: (await import("./cancel-dialog.tsx")).CancelDialog }));
const around = () => import("./home-around.tsx");
const HomeNews = lazy(async () => ({ default: (await around()).HomeNews }));
const JustBookedReturn = lazy(async () => ({ default: (await around()).JustBookedReturn }));
const HomeDoors = lazy(async () => ({ default: (await around()).HomeDoors }));

/** On the day of a ride its ticket comes first: whoever opens the app then is on the way out of the door. */
function useRidesToday(bookings: readonly Booking[] = []): boolean {
  const { service } = useTenancy();
  const next = sortBookings(bookings).next;
  return next !== undefined && next.trip.serviceDate === service.days[0]?.serviceDate;
}

function BookDoor() {
  const { home: t } = useMessages(riderMessages);
  const { tenant } = useTenancy();
  const draft = keptDraft(tenant, EMPTY_DRAFT) ?? EMPTY_DRAFT;
  const begun = draft.from !== undefined;
  return (
    <Link
      to="/t/$tenant/ride/book/$step"
      params={{ tenant, step: openStep(draft) }}
      onClick={() => keepDraft(tenant, draft)}
      className={`${buttonLook({ wide: true })} min-h-20 text-xl`}
    >
      {begun ? t.resume : t.book}
    </Link>
  );
}

function Bookings({
  bookings,
  told,
  cancelled,
  onCancelled,
}: {
  bookings: readonly Booking[];
  told: "booked" | "changed" | undefined;
  cancelled: boolean;
  onCancelled: () => void;
}) {
  const { home: t } = useMessages(riderMessages);
  const { tenant, service } = useTenancy();
  const navigate = useNavigate();
  const own = useSession().fareClass ?? "general";
  const [cancelling, setCancelling] = useState<Booking>();
  const { next, upcoming, past } = sortBookings(bookings);
  const change = (booking: Booking) => {
    keepDraft(tenant, draftToChange(booking, own, service.timeZone));
    void navigate({ to: "/t/$tenant/ride/book/$step", params: { tenant, step: "when" } });
  };
  const actions = { onChange: change, onCancel: setCancelling };
  return (
    <>
      {cancelled ? (
        <Notice tone="success" title={t.cancelled} />
      ) : (
        told !== undefined && (
          <Notice tone="success" title={t[told]}>
            <p>{t.bookedLead}</p>
          </Notice>
        )
      )}
      {told === "booked" && !cancelled && (
        <IfItComes>
          <Suspense>
            <JustBookedReturn />
          </Suspense>
        </IfItComes>
      )}
      {next === undefined ? (
        <div className="rounded-12 bg-surface p-5 text-lg">
          <p className="font-bold">{t.none}</p>
          <p>{t.noneLead}</p>
        </div>
      ) : (
        <section aria-labelledby="next-ride">
          <h2 id="next-ride" className="mb-2 text-2xl font-bold">
            {t.next}
          </h2>
          <Ticket booking={next} {...actions} />
        </section>
      )}
      {upcoming.length > 0 && (
        <section aria-labelledby="upcoming">
          <h2 id="upcoming" className="mb-2 text-xl font-bold">
            {t.upcoming}
          </h2>
          <ul className="flex flex-col gap-3">
            {upcoming.map((booking) => (
              <BookingRow key={booking.id} booking={booking} {...actions} />
            ))}
          </ul>
        </section>
      )}
      <PastBookings past={past} />
      <IfItComes instead={cancelling && <OpenAgain />}>
        <Suspense>
          <CancelDialog
            booking={cancelling}
            onClose={() => setCancelling(undefined)}
            onCancelled={() => {
              setCancelling(undefined);
              onCancelled();
            }}
          />
        </Suspense>
      </IfItComes>
    </>
  );
}

function PastBookings({ past }: { past: readonly Booking[] }) {
  const { home: t } = useMessages(riderMessages);
  const [shown, setShown] = useState(false);
  if (past.length === 0) return null;
  return (
    <section aria-label={t.past}>
      <Button look="plain" size="medium" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? t.hidePast : t.showPast(past.length)}
      </Button>
      {shown && (
        <ul className="mt-2 flex flex-col gap-3">
          {past.map((booking) => (
            <BookingRow key={booking.id} booking={booking} />
          ))}
        </ul>
      )}
    </section>
  );
}
