import { useReducer } from "react";
import { useNow } from "../clock.tsx";
import { DelayList } from "../delay/delay-list.tsx";
import { IntakeBanner } from "../intake/intake-banner.tsx";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { CallOutcome } from "./call-outcome.tsx";
import { callAfter, firstCall } from "./call-state.ts";
import { firstDate } from "./first-date.ts";
import { MemberPanel } from "./member-panel.tsx";
import { MemberSearch } from "./member-search.tsx";
import { RequestForm } from "./request-form.tsx";
import { useOffer } from "./use-offer.ts";

/** The phone desk: one call after the other, by keyboard alone. 仕様書 5-(1)-② 手動登録 */
export function DeskFace() {
  const t = useMessages(deskMessages);
  const { service } = useTenancy();
  const now = useNow();
  const date = firstDate(service, now);
  const [call, act] = useReducer(callAfter, date, firstCall);
  const offer = useOffer(call, act);
  return (
    <>
      <PageTitle title={t.title} className="mb-4" />
      <IntakeBanner channel="phone" className="mb-4" />
      <DelayList />
      {!service.phoneOpen && (
        <div className="mb-4">
          <Notice tone="warning" title={t.closed.title}>
            <p>{t.closed.hint}</p>
          </Notice>
        </div>
      )}
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div className="flex flex-col gap-6">
          <MemberSearch
            member={call.member}
            onPick={(member) => act({ kind: "member-picked", member, date })}
          />
          {call.member !== undefined && (
            <MemberPanel
              key={call.member.id}
              member={call.member}
              date={date}
              onTrip={(draft) => act({ kind: "draft-changed", draft })}
            />
          )}
        </div>
        <div className="flex flex-col gap-6">
          <RequestForm
            call={call}
            busy={offer.asking}
            onChange={(draft) => act({ kind: "draft-changed", draft })}
            onAsk={offer.ask}
          />
          <CallOutcome call={call} offer={offer} act={act} date={date} />
        </div>
      </div>
    </>
  );
}
