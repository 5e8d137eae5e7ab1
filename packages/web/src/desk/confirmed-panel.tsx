import type { Booking } from "@noriai/api";
import { useEffect, useRef } from "react";
import { useLanguage, useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { ReadAloud } from "./read-aloud.tsx";
import { spokenBooking } from "./spoken-words.ts";
import { useKeys } from "./use-keys.ts";

/** Booked, or changed: what the caller has to know, and on to the next call. */
export function ConfirmedPanel({
  booking,
  isChange,
  onNext,
  onReturn,
}: {
  booking: Booking;
  isChange: boolean;
  onNext: () => void;
  onReturn: () => void;
}) {
  const t = useMessages(deskMessages);
  const { service } = useTenancy();
  const { language } = useLanguage();
  const next = useRef<HTMLDivElement>(null);
  useEffect(() => {
    next.current?.querySelector("button")?.focus();
    next.current?.scrollIntoView({ block: "nearest" });
  }, []);
  useKeys({ r: onReturn });
  const title = isChange ? t.changing.done : t.confirmed.title;
  return (
    <section aria-label={title} className="rounded-12 border-4 border-success-2 p-4">
      <div role="status">
        <h2 className="text-2xl font-bold">{title}</h2>
      </div>
      <p className="text-lg">
        {t.confirmed.code}{" "}
        <span className="text-4xl font-bold tracking-[0.2em] tabular-nums">{booking.boardingCode}</span>
      </p>
      <ReadAloud lines={t.confirmed.sentence(spokenBooking(booking, { service, language }), isChange)} />
      <div ref={next} className="mt-3 flex flex-wrap items-center gap-3">
        <Button onKeyDown={(event) => event.repeat && event.preventDefault()} onClick={onNext}>
          {t.confirmed.next}
        </Button>
        <Button look="outline" onClick={onReturn}>
          {t.confirmed.returnTrip}
        </Button>
        <p className="text-quiet">{t.confirmed.keys}</p>
      </div>
    </section>
  );
}
