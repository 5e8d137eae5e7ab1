import type { Booking, Quote } from "@noriai/api";
import { useEffect, useRef } from "react";
import { useLanguage, useMessages } from "../language.tsx";
import { callMessages } from "../messages/calls/index.ts";
import { deskMessages } from "../messages/desk/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { CallStep } from "./call-state.ts";
import { DoubtList } from "./doubts/doubt-list.tsx";
import { clockText } from "./log/call-times.ts";
import { OfferWhy } from "./offer-why.tsx";
import { ReadAloud } from "./read-aloud.tsx";
import { spokenOffer } from "./spoken-words.ts";
import { useKeys } from "./use-keys.ts";
import type { OfferDesk } from "./use-offer.ts";

/** The offer as it is read back to the caller, and the button that makes it a booking. */
export function OfferPanel({
  step: { quote, request, asking, moved },
  before,
  offer,
}: {
  step: Extract<CallStep, { kind: "offered" }>;
  /** The booking whose place it would take; the caller hears from what to what. */
  before: Booking | undefined;
  offer: OfferDesk;
}) {
  const t = useMessages(deskMessages);
  const { doubts: d } = useMessages(callMessages);
  const { service } = useTenancy();
  const { language } = useLanguage();
  const confirm = useRef<HTMLDivElement>(null);
  const expired = offer.hold?.kind === "expired";
  const isAsked = asking.confirmed;
  useEffect(() => {
    if (!isAsked) return; // the question comes first
    confirm.current?.querySelector("button")?.focus();
    confirm.current?.scrollIntoView({ block: "nearest" });
  }, [isAsked]);
  const spoken = (offered: Quote | Booking) => spokenOffer(offered, { service, language });
  const canRenew = offer.hold?.kind === "ending" || expired;
  useKeys({ escape: offer.reconsider, ...(canRenew && { e: () => void offer.renew() }) });
  return (
    <section aria-label={t.offer.title} className="rounded-12 border-4 border-success-2 p-4">
      <h2 className="text-2xl font-bold">{t.offer.title}</h2>
      {moved && <Notice tone="warning" title={t.offer.moved} />}
      <ReadAloud lines={t.offer.sentence(spoken(quote), before && spoken(before))} />
      <HoldLine offer={offer} held={quote.held} />
      <OfferWhy quote={quote} />
      <DoubtList
        request={request}
        asking={asking}
        onMend={(mend) => void offer.mend(mend)}
        onConfirmed={offer.doubtsConfirmed}
      />
      <div ref={confirm} className="mt-3 flex flex-wrap items-center gap-3">
        {expired ? (
          <Button onClick={() => void offer.renew()}>{t.offer.again}</Button>
        ) : (
          <Button
            busy={offer.confirming}
            disabledBecause={isAsked ? undefined : d.needed}
            onKeyDown={(event) => event.repeat && event.preventDefault()}
            onClick={() => void offer.confirm()}
          >
            {offer.confirming ? t.offer.confirming : before ? t.changing.confirm : t.offer.confirm}
          </Button>
        )}
        <Button look="outline" onClick={offer.reconsider}>
          {t.offer.change}
        </Button>
        <p className="text-quiet">{t.offer.keys}</p>
      </div>
    </section>
  );
}

/** How long the places are still kept; renewed by itself while the call lasts. */
function HoldLine({ offer: { hold, renew }, held }: { offer: OfferDesk; held: boolean }) {
  const t = useMessages(deskMessages);
  if (hold?.kind === "expired") return <Notice tone="error" title={held ? t.offer.expired : t.offer.over} />;
  if (hold === undefined) return <p className="text-quiet">{t.offer.notHeld}</p>;
  if (hold.kind === "ending")
    return (
      <div className="flex flex-wrap items-center gap-3">
        <Notice tone="error" title={t.offer.endingSoon} />
        <span className="text-xl font-bold tabular-nums">{clockText(hold.left)}</span>
        <Button look="outline" size="small" onClick={() => void renew()}>
          {t.offer.renew}
        </Button>
      </div>
    );
  return <p className="tabular-nums">{t.offer.held(clockText(hold.left))}</p>;
}
