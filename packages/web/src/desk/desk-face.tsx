import { useReducer, useState } from "react";
import { useNow } from "../clock.tsx";
import { DelayList } from "../delay/delay-list.tsx";
import { MessageAlerts } from "../driver-messages/message-alerts.tsx";
import { IntakeBanner } from "../intake/intake-banner.tsx";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useTenancy } from "../shell/session.ts";
import { PageTitle } from "../ui/page-title.tsx";
import { WaitingTasks } from "../waiting/waiting-tasks.tsx";
import { BehalfChoice } from "./behalf/behalf-choice.tsx";
import { callAfter, firstCall } from "./call-state.ts";
import { useCalledNumber } from "./called-number.ts";
import { firstDate } from "./first-date.ts";
import { CallBar } from "./log/call-bar.tsx";
import { NoteDeed } from "./log/deeds.ts";
import { useCallLog } from "./log/use-call-log.ts";
import { useKeptMember } from "./log/use-kept-member.ts";
import { MemberPanel } from "./member-panel.tsx";
import { type Called, MemberSearch } from "./member-search.tsx";
import { SupervisorEntry } from "./supervisor/supervisor-entry.tsx";
import { TripSide } from "./trip-side.tsx";
import { useOffer } from "./use-offer.ts";

/** The phone desk: one call after the other, by keyboard alone. 仕様書 5-(1)-② 手動登録 */
export function DeskFace() {
  const t = useMessages(deskMessages);
  const { service } = useTenancy();
  const now = useNow();
  const date = firstDate(service, now);
  const [call, act] = useReducer(callAfter, date, firstCall);
  const [called, setCalled] = useState<Called>();
  useCalledNumber((number) => setCalled({ number }));
  const log = useCallLog();
  const offer = useOffer({ call, act, note: log.note });
  useKeptMember(log.open?.memberId, (member) => {
    if (call.member === undefined) act({ kind: "member-picked", member, date });
  });
  const next = () => {
    log.end();
    act({ kind: "next-call", date });
  };
  return (
    <NoteDeed value={log.note}>
      <PageTitle title={t.title} className="mb-4" />
      <IntakeBanner channel="phone" className="mb-4" />
      <CallBar
        log={log}
        onCalled={(answered) => {
          act({ kind: "next-call", date });
          setCalled(answered);
        }}
        onEnd={next}
      />
      <DelayList />
      <MessageAlerts />
      <WaitingTasks />
      {!service.phoneOpen && (
        <SupervisorEntry
          supervised={call.supervised}
          onChange={(supervised) => act({ kind: "supervised", supervised })}
        />
      )}
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div className="flex flex-col gap-6">
          <MemberSearch
            member={call.member}
            called={called}
            onPick={(member) => {
              log.begin(member.id);
              act({ kind: "member-picked", member, date });
            }}
          />
          {call.member !== undefined && (
            <MemberPanel
              key={call.member.id}
              member={call.member}
              date={date}
              onTrip={(draft) => act({ kind: "trip-chosen", draft })}
              onCancelled={({ id }) => {
                log.note({ kind: "cancelled", bookingId: id });
                if (call.draft.replaces?.booking.id === id) act({ kind: "change-left", date });
              }}
            >
              <BehalfChoice memberId={call.member.id} chosen={log.open?.delegateId} onChoose={log.speakFor} />
            </MemberPanel>
          )}
        </div>
        <TripSide call={call} offer={offer} act={act} date={date} onNext={next} />
      </div>
    </NoteDeed>
  );
}
