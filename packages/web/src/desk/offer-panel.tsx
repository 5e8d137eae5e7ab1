import { useEffect, useRef } from "react";
import { useLanguage, useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { CallStep } from "./call-state.ts";
import { OfferWhy } from "./offer-why.tsx";
import { ReadAloud } from "./read-aloud.tsx";
import { spokenOffer } from "./spoken-words.ts";
import { useKeys } from "./use-keys.ts";
import type { OfferDesk } from "./use-offer.ts";

/** The offer as it is read back to the caller, and the button that makes it a booking. */
export function OfferPanel({
  step: { quote, moved },
  offer,
}: {
  step: Extract<CallStep, { kind: "offered" }>;
  offer: OfferDesk;
}) {
  const t = useMessages(deskMessages);
  const { service } = useTenancy();
  const { language } = useLanguage();
  const confirm = useRef<HTMLDivElement>(null);
  const expired = offer.hold?.kind === "expired";
  useEffect(() => {
    confirm.current?.querySelector("button")?.focus();
    confirm.current?.scrollIntoView({ block: "nearest" });
  }, []);
  useKeys({ escape: offer.reconsider });
  return (
    <section aria-label={t.offer.title} className="rounded-12 border-4 border-success-2 p-4">
      <h2 className="text-2xl font-bold">{t.offer.title}</h2>
      {moved && <Notice tone="warning" title={t.offer.moved} />}
      <ReadAloud lines={t.offer.sentence(spokenOffer(quote, { service, language }))} />
      <HoldLine offer={offer} held={quote.held} />
      <OfferWhy quote={quote} />
      <div ref={confirm} className="mt-3 flex flex-wrap items-center gap-3">
        {expired ? (
          <Button onClick={() => void offer.renew()}>{t.offer.again}</Button>
        ) : (
          <Button
            busy={offer.confirming}
            onKeyDown={(event) => event.repeat && event.preventDefault()}
            onClick={() => void offer.confirm()}
          >
            {offer.confirming ? t.offer.confirming : t.offer.confirm}
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
  if (!held || hold === undefined) return <p className="text-quiet">{t.offer.notHeld}</p>;
  if (hold.kind === "expired") return <Notice tone="error" title={t.offer.expired} />;
  if (hold.kind === "ending")
    return (
      <div className="flex flex-wrap items-center gap-3">
        <Notice tone="warning" title={t.offer.ending(clockText(hold.left))} quiet />
        <Button look="outline" size="small" onClick={() => void renew()}>
          {t.offer.renew}
        </Button>
      </div>
    );
  return <p className="tabular-nums">{t.offer.held(clockText(hold.left))}</p>;
}

const clockText = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
