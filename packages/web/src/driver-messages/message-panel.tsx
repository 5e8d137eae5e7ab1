import type { Board, DriverMessage } from "@noriai/api";
import { useNow } from "../clock.tsx";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { driverMessagesMessages } from "../messages/driver-messages/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useFormat, useSession, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { MessageForm } from "./message-form.tsx";
import { messageText, minutesSince, toBePhoned } from "./words.ts";

/** Messages to and from drivers, for those who dispatch: who has read what, and whom to phone. 仕様書 5-(3)-② */
export function MessagePanel({ board, isToday }: { board: Board; isToday: boolean }) {
  const { role } = useSession();
  const { tenant } = useTenancy();
  const isDispatcher = role === "call_operator" || role === "transport_operator";
  const { data } = useRead(
    "listDriverMessages",
    { params: { tenant }, query: { date: board.serviceDate } },
    { enabled: isDispatcher, refetchInterval: 30_000 },
  );
  if (!isDispatcher || data === undefined) return null;
  return <Panel messages={data.messages} board={board} isToday={isToday} />;
}

function Panel({
  messages,
  board,
  isToday,
}: {
  messages: readonly DriverMessage[];
  board: Board;
  isToday: boolean;
}) {
  const t = useMessages(driverMessagesMessages);
  const now = useNow();
  const vehicleName = useVehicleName(board);
  const unread = messages.filter(({ to, readAt }) => to === "driver" && readAt === null);
  const fromDrivers = messages.filter(({ to, readAt }) => to === "office" && readAt === null);
  return (
    <section aria-label={t.title} className="flex flex-col gap-3">
      {isToday &&
        toBePhoned(messages, now).map(({ id, dutyId, sentAt }) => (
          <Notice key={id} tone="error" title={t.phone(vehicleName(dutyId), minutesSince(sentAt, now))} />
        ))}
      {fromDrivers.map((message) => (
        <FromDriver key={message.id} message={message} vehicle={vehicleName(message.dutyId)} />
      ))}
      <details className="rounded-12 border border-line bg-white">
        <summary className="min-h-12 cursor-pointer px-5 py-3 text-lg">
          <h2 className="inline font-bold">{t.title}</h2>{" "}
          <span className="text-quiet">{t.summary(unread.length, fromDrivers.length)}</span>
        </summary>
        <div className="flex flex-col gap-5 px-5 pb-5">
          {isToday && board.duties.length > 0 && <MessageForm board={board} vehicleName={vehicleName} />}
          <Sent messages={messages} vehicleName={vehicleName} />
        </div>
      </details>
    </section>
  );
}

function useVehicleName({ duties }: Board): (dutyId: string) => string {
  const { service } = useTenancy();
  return (dutyId) => {
    const vehicleId = duties.find(({ id }) => id === dutyId)?.vehicleId;
    return service.vehicles.find(({ id }) => id === vehicleId)?.name ?? dutyId;
  };
}

function FromDriver({ message, vehicle }: { message: DriverMessage; vehicle: string }) {
  const t = useMessages(driverMessagesMessages);
  const format = useFormat();
  const { tenant } = useTenancy();
  const { run, busy, problem } = usePlainCommand("readDriverMessage");
  const readAgain = useReadAgain();
  const confirm = async () => {
    if ((await run({ params: { tenant, messageId: message.id } })).ok) await readAgain("listDriverMessages");
  };
  return (
    <Notice tone="warning" title={`${t.fromDriver(vehicle)} ${format.time(message.sentAt)}`}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="phrase text-xl font-bold">{messageText(message, t)}</p>
        <Button size="medium" look="outline" busy={busy} onClick={() => void confirm()}>
          {t.confirm}
        </Button>
      </div>
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </Notice>
  );
}

function Sent({
  messages,
  vehicleName,
}: {
  messages: readonly DriverMessage[];
  vehicleName: (dutyId: string) => string;
}) {
  const t = useMessages(driverMessagesMessages);
  const format = useFormat();
  if (messages.length === 0) return <p className="text-quiet">{t.none}</p>;
  return (
    <ul>
      {messages.toReversed().map((message) => (
        <li
          key={message.id}
          className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-2 last:border-b-0"
        >
          <span className="font-bold">
            {(message.to === "driver" ? t.toDriver : t.fromDriver)(vehicleName(message.dutyId))}
          </span>
          {message.priority === "urgent" && <Badge tone="error">{t.urgent}</Badge>}
          <span className="min-w-0 break-words">{messageText(message, t)}</span>
          <span className="text-quiet tabular-nums">
            {message.sentBy === null
              ? t.sentAt(format.time(message.sentAt))
              : t.sent(format.time(message.sentAt), message.sentBy)}
          </span>
          <Receipt message={message} />
        </li>
      ))}
    </ul>
  );
}

/** 未読, 画面に表示 or 既読, with the time. */
function Receipt({ message: { shownAt, readAt, readBy } }: { message: DriverMessage }) {
  const t = useMessages(driverMessagesMessages);
  const format = useFormat();
  if (readAt !== null)
    return (
      <Badge tone="success">
        {readBy === null ? t.read(format.time(readAt)) : t.readBy(format.time(readAt), readBy)}
      </Badge>
    );
  return (
    <>
      <Badge tone="warning">{t.unread}</Badge>
      {shownAt !== null && <span className="tabular-nums">{t.shown(format.time(shownAt))}</span>}
    </>
  );
}
