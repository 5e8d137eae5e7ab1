import type { BookingPage } from "@noriai/api";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useSession, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { BookingFacts } from "./booking-facts.tsx";
import { BookingHistory } from "./booking-history.tsx";
import { CallOffDialog } from "./call-off-dialog.tsx";
import { EditBooking } from "./edit-booking.tsx";

/** One booking: what it is, what can be done with it, and everything that was done. 仕様書 5-(4)-③ */
export function BookingFace() {
  const t = useMessages(bookingsMessages);
  const { tenant } = useTenancy();
  const { bookingId } = useParams({ from: "/t/$tenant/bookings/$bookingId" });
  const { data, error, refetch } = useRead("getBooking", { params: { tenant, bookingId } });
  return (
    <>
      <Link
        to="/t/$tenant/bookings"
        params={{ tenant }}
        className="inline-flex min-h-11 items-center text-key-900 underline"
      >
        {t.page.back}
      </Link>
      <PageTitle title={t.page.title(data?.booking.boardingCode ?? "")} className="mb-4" />
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <Loading /> : <Page key={bookingId} page={data} />}
    </>
  );
}

type Doing = "nothing" | "editing" | "calling-off";

function Page({ page }: { page: BookingPage }) {
  const readAgain = useReadAgain();
  const [doing, setDoing] = useState<Doing>("nothing");
  const [done, setDone] = useState<string>();
  const { role } = useSession();
  const finish = async (said: string | undefined) => {
    setDoing("nothing");
    setDone(said);
    await readAgain("getBooking", "getBookingHistory", "listBookings", "listMemberBookings");
  };
  const begin = (next: Doing) => {
    setDone(undefined);
    setDoing(next);
  };
  return (
    <div className="flex flex-col gap-8">
      {done !== undefined && <Notice tone="success" title={done} />}
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <BookingFacts page={page} />
          {role === "call_operator" && doing !== "editing" && <Actions page={page} onBegin={begin} />}
        </div>
        {doing === "editing" && page.member !== null && (
          <EditBooking page={page} member={page.member} onClose={finish} />
        )}
      </div>
      <CallOffDialog page={page} open={doing === "calling-off"} onClose={finish} />
      <BookingHistory bookingId={page.booking.id} />
    </div>
  );
}

function Actions({ page, onBegin }: { page: BookingPage; onBegin: (doing: Doing) => void }) {
  const { page: t } = useMessages(bookingsMessages);
  const { actions } = page.booking;
  const canChange = actions.includes("change") && page.member !== null;
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Button disabledBecause={canChange ? undefined : t.notChangeable} onClick={() => onBegin("editing")}>
        {t.change}
      </Button>
      <Button
        look="outline"
        disabledBecause={actions.includes("cancel") ? undefined : t.notCancellable}
        onClick={() => onBegin("calling-off")}
      >
        {t.callOff}
      </Button>
    </div>
  );
}
