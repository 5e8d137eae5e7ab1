import type { TripDoubt, TripRequestBody } from "@noriai/api";
import { useEffect, useRef } from "react";
import { useMessages } from "../../language.tsx";
import { callMessages } from "../../messages/calls/index.ts";
import { useRead } from "../../read.ts";
import { useTenancy } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import type { Asking } from "../call-state.ts";
import { useKeys } from "../use-keys.ts";
import { useDoubtWords } from "./use-doubt-words.ts";

export type Mend = NonNullable<Extract<TripDoubt, { mend?: unknown }>["mend"]>;

/**
 * What to ask the caller once more. Nothing is confirmed before the operator has said that it was asked; a number takes
 * the wish as it was probably meant. After a refusal only the mends are shown.
 */
export function DoubtList({
  request,
  asking,
  onMend,
  onConfirmed,
}: {
  request: TripRequestBody;
  asking: Asking;
  onMend: (mend: Mend) => void;
  onConfirmed?: () => void;
}) {
  const { doubts: t } = useMessages(callMessages);
  const words = useDoubtWords(request, usePickups(request.memberId));
  const confirm = useRef<HTMLDivElement>(null);
  const title = onConfirmed === undefined ? t.titleRefused : t.title;
  const doubts = asking.kind === "known" ? asking.doubts : [];
  const shown = onConfirmed === undefined ? doubts.filter((doubt) => mendOf(doubt) !== undefined) : doubts;
  const mends = shown.flatMap((doubt) => mendOf(doubt) ?? []);
  const isOpen = onConfirmed !== undefined && !asking.confirmed;
  useEffect(() => {
    if (!isOpen) return;
    confirm.current?.querySelector("button")?.focus();
    confirm.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  // After a refusal the numbers belong to the alternatives.
  const keyOf = (k: number) => (onConfirmed === undefined ? (k === 0 ? "M" : "") : String(k + 1));
  useKeys(Object.fromEntries(mends.map((mend, k) => [keyOf(k).toLowerCase(), () => onMend(mend)])));
  if (shown.length === 0 && (asking.kind === "known" || onConfirmed === undefined)) return null;
  return (
    <section
      aria-label={title}
      className="my-3 rounded-8 border-2 border-l-8 border-warning-yellow-2 bg-white p-3 text-solid-gray-900"
    >
      <h3 className="text-lg font-bold">{title}</h3>
      {asking.kind === "unknown" && onConfirmed !== undefined && <p className="text-lg">{t.unknown}</p>}
      <ul>
        {shown.map((doubt) => {
          const { text, mend } = words(doubt);
          const key = keyOf(mends.indexOf(mendOf(doubt)!));
          return (
            <li key={doubt.kind + text} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1">
              <span className="phrase text-lg">{text}</span>
              {mend !== undefined && (
                <Button look="outline" size="small" onClick={() => onMend(mendOf(doubt)!)}>
                  {t.keyed(key, mend)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {doubts.some(({ kind }) => kind === "forgotten-return") && onConfirmed !== undefined && (
        <p className="text-quiet">{t.returnAfter}</p>
      )}
      {isOpen && (
        <div ref={confirm} className="mt-2 flex flex-wrap items-center gap-3">
          <Button
            size="medium"
            onKeyDown={(event) => event.repeat && event.preventDefault()}
            onClick={onConfirmed}
          >
            {t.confirmed}
          </Button>
          <p className="text-quiet">
            {t.keys}
            {mends.length > 0 && `　${t.mendKeys}`}
          </p>
        </div>
      )}
      {onConfirmed !== undefined && asking.confirmed && <p role="status">{t.done}</p>}
    </section>
  );
}

const mendOf = (doubt: TripDoubt): Mend | undefined => ("mend" in doubt ? doubt.mend : undefined);

/** When the member's bookings are picked up, for naming them. */
function usePickups(memberId: string | undefined): (bookingId: string) => string | undefined {
  const { tenant } = useTenancy();
  const { data } = useRead(
    "listMemberBookings",
    { params: { tenant, memberId: memberId ?? "" } },
    { enabled: memberId !== undefined },
  );
  return (bookingId) => data?.bookings.find(({ id }) => id === bookingId)?.promise.pickupFrom;
}
