import type { Answer, Booking } from "@noriai/api";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { helpingMessages } from "../messages/helping/index.ts";
import { riderMessages } from "../messages/rider/index.ts";
import { HomeLink } from "../my/my-doors.tsx";
import { useRead, useReadAgain } from "../read.ts";
import { BookingRow } from "../rider/booking-row.tsx";
import { CancelDialog } from "../rider/cancel-dialog.tsx";
import { draftToChange, EMPTY_DRAFT, type HelpedRider, openStep } from "../rider/draft.ts";
import { JustBookedReturn, OpenReturns } from "../rider/open-returns.tsx";
import { sortBookings } from "../rider/sort-bookings.ts";
import { Ticket } from "../rider/ticket.tsx";
import { keepDraft, keptDraft } from "../rider/use-draft.ts";
import { useToldOnce } from "../rider/use-told-once.ts";
import { useTenancy } from "../shell/session.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { HelpedNotices } from "./helped-notices.tsx";

const REFRESH_MS = 30_000;

/** The bookings of somebody whom the member helps: book, change, call off, as for oneself. */
export function HelpedPage() {
  const { helped: t } = useMessages(helpingMessages);
  const { tenant } = useTenancy();
  const { delegateId } = useParams({ from: "/t/$tenant/ride/for/$delegateId" });
  const { data, error, refetch } = useRead(
    "listHelpedBookings",
    { params: { tenant, delegateId } },
    { refetchInterval: REFRESH_MS },
  );
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      {error?.kind === "not-found" ? (
        <>
          <PageTitle title={t.gone} />
          <Link to="/t/$tenant/ride/helpers" params={{ tenant }} className={buttonLook({ look: "outline" })}>
            {t.toHelpers}
          </Link>
        </>
      ) : data !== undefined ? (
        <Helped helped={data} />
      ) : error !== null ? (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
      <HomeLink />
    </div>
  );
}

function Helped({ helped: { helping, bookings } }: { helped: Answer<"listHelpedBookings"> }) {
  const { helped: t } = useMessages(helpingMessages);
  const { home } = useMessages(riderMessages);
  const { tenant, service } = useTenancy();
  const told = useToldOnce(useSearch({ from: "/t/$tenant/ride/for/$delegateId" }).told);
  const navigate = useNavigate();
  const helped: HelpedRider = {
    delegateId: helping.id,
    memberId: helping.memberId,
    name: helping.memberName,
    fareClass: helping.fareClass,
  };
  const change = (booking: Booking) => {
    keepDraft(tenant, { ...draftToChange(booking, helped.fareClass, service.timeZone), helped });
    void navigate({ to: "/t/$tenant/ride/book/$step", params: { tenant, step: "when" } });
  };
  return (
    <>
      <div>
        <PageTitle title={t.title(helped.name)} />
        <p className="text-lg">{t.lead(helped.name)}</p>
      </div>
      {told !== undefined && <Notice tone="success" title={home[told]} />}
      {told === "booked" && <JustBookedReturn helped={helped} />}
      <BookForButton helped={helped} />
      <Lists bookings={bookings} onChange={change} helped={helped} />
      <HelpedNotices helping={helping} />
    </>
  );
}

function BookForButton({ helped }: { helped: HelpedRider }) {
  const { helped: t } = useMessages(helpingMessages);
  const { tenant } = useTenancy();
  const navigate = useNavigate();
  const kept = keptDraft(tenant, { helped });
  const isBegun = kept?.from !== undefined;
  const book = () => {
    const draft = isBegun ? kept : { ...EMPTY_DRAFT, helped };
    keepDraft(tenant, draft);
    void navigate({ to: "/t/$tenant/ride/book/$step", params: { tenant, step: openStep(draft) } });
  };
  return (
    <Button wide className="min-h-20 text-xl" onClick={book}>
      {isBegun ? t.resume(helped.name) : t.book(helped.name)}
    </Button>
  );
}

/** The next ride is told as fully as to its rider: who helps is often the one who calls her out of the door. */
function Lists({
  bookings,
  helped,
  onChange,
}: {
  bookings: readonly Booking[];
  helped: HelpedRider;
  onChange: (booking: Booking) => void;
}) {
  const { helped: t } = useMessages(helpingMessages);
  const { home } = useMessages(riderMessages);
  const readAgain = useReadAgain();
  const [cancelling, setCancelling] = useState<Booking>();
  const [cancelled, setCancelled] = useState(false);
  const { next, upcoming, past } = sortBookings(bookings);
  const actions = { onChange, onCancel: setCancelling };
  return (
    <>
      {cancelled && <Notice tone="success" title={home.cancelled} />}
      <section aria-labelledby="helped-next">
        <h2 id="helped-next" className="mb-2 text-2xl font-bold">
          {home.next}
        </h2>
        {next === undefined ? (
          <p className="text-lg">{t.none}</p>
        ) : (
          <Ticket key={next.id} booking={next} {...actions} />
        )}
      </section>
      <Rows title={home.upcoming} bookings={upcoming} {...actions} />
      <OpenReturns helped={helped} />
      <Rows title={t.past} bookings={past} />
      <CancelDialog
        booking={cancelling}
        onClose={() => setCancelling(undefined)}
        onCancelled={() => {
          setCancelling(undefined);
          setCancelled(true);
          void readAgain("listHelpedBookings");
        }}
      />
    </>
  );
}

function Rows({ title, bookings, ...actions }: { title: string; bookings: readonly Booking[] } & RowActions) {
  if (bookings.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="mb-2 text-xl font-bold">{title}</h2>
      <ul className="flex flex-col gap-3">
        {bookings.map((booking) => (
          <BookingRow key={booking.id} booking={booking} {...actions} />
        ))}
      </ul>
    </section>
  );
}

interface RowActions {
  readonly onChange?: (booking: Booking) => void;
  readonly onCancel?: (booking: Booking) => void;
}
