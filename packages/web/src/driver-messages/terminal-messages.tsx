import type { DriverMessage } from "@noriai/api";
import { useEffect, useRef, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { BigButton } from "../driver/big-button.tsx";
import { chime } from "../driver/chime.ts";
import { useOwnTaskEvents } from "../driver/drive-frame.tsx";
import { useSound } from "../driver/sound-switch.tsx";
import { useRecordDeed } from "../driver/use-task-events.ts";
import { useVoice } from "../driver/voice.ts";
import { useMessages } from "../language.tsx";
import { driverMessagesMessages } from "../messages/driver-messages/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { readAloud } from "./read-aloud.ts";
import { messageText } from "./words.ts";

/** What the office says, above everything else until the driver has pressed 了解; what is urgent first. */
export function TerminalMessages() {
  const messages = useDutyMessages();
  const { isUnderstood, understand } = useUnderstood();
  const unread = messages
    .filter((message) => isUnread(message) && !isUnderstood(message.id))
    .sort((a, b) => Number(b.priority === "urgent") - Number(a.priority === "urgent"));
  useShown(unread);
  useSaid(unread);
  return unread.map((message) => (
    <UnreadMessage key={message.id} message={message} onUnderstood={() => understand(message.id)} />
  ));
}

/** 了解 counts at once, with or without a network: kept on the terminal until the office has it. */
function useUnderstood(): {
  readonly isUnderstood: (id: string) => boolean;
  readonly understand: (id: string) => void;
} {
  const { queue } = useOwnTaskEvents();
  const record = useRecordDeed();
  const [pressed, press] = useState<readonly string[]>([]);
  return {
    isUnderstood: (id) => pressed.includes(id) || queue.read.has(id),
    understand(id) {
      press((before) => [...before, id]);
      record({ kind: "message-read", messageId: id });
    },
  };
}

function useDutyMessages(): readonly DriverMessage[] {
  const { tenant } = useTenancy();
  const { data } = useRead("listDutyMessages", { params: { tenant } }, { refetchInterval: 30_000 });
  return data?.messages ?? NONE;
}

const NONE: readonly DriverMessage[] = [];
const isUnread = ({ to, readAt }: DriverMessage): boolean => to === "driver" && readAt === null;

function UnreadMessage({ message, onUnderstood }: { message: DriverMessage; onUnderstood: () => void }) {
  const t = useMessages(driverMessagesMessages);
  const format = useFormat();
  const isUrgent = message.priority === "urgent";
  return (
    <section
      role="alert"
      className={`mb-4 rounded-16 border-4 p-4 ${isUrgent ? "border-error-1 bg-red-50" : "border-key-900 bg-key-50"}`}
    >
      <h2 className="text-lg font-bold">
        {isUrgent && <span className="mr-3 text-red-1000">{t.urgent}</span>}
        {t.terminal.heading} <span className="tabular-nums">{format.time(message.sentAt)}</span>
      </h2>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <p className="phrase min-w-0 flex-[3_1_18rem] text-3xl leading-snug font-bold break-words md:text-4xl">
          {messageText(message, t)}
        </p>
        <BigButton onPress={onUnderstood}>{t.terminal.understood}</BigButton>
      </div>
    </section>
  );
}

/** What was read already, and what was sent from here with whether the office has read it. */
export function EarlierMessages() {
  const t = useMessages(driverMessagesMessages);
  const format = useFormat();
  const messages = useDutyMessages().filter((message) => !isUnread(message));
  if (messages.length === 0) return null;
  return (
    <details>
      <summary className="min-h-12 cursor-pointer py-2 text-lg">
        {t.terminal.earlier(messages.length)}
      </summary>
      <ul className="text-lg">
        {messages.toReversed().map((message) => (
          <li key={message.id} className="border-b border-line py-2 last:border-b-0">
            <span className="tabular-nums">{format.time(message.sentAt)}</span>{" "}
            {message.to === "office" && <span className="font-bold">{t.terminal.mine}</span>}{" "}
            {messageText(message, t)}{" "}
            <span className="text-quiet">
              {message.readAt === null ? t.unread : t.read(format.time(message.readAt))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Tells the office that the screen shows them; tried again with the next look when the network was gone. */
function useShown(unread: readonly DriverMessage[]): void {
  const { tenant } = useTenancy();
  const { run } = usePlainCommand("receiveDutyMessage");
  const told = useRef(new Set<string>());
  useEffect(() => {
    const fresh = unread.filter(({ id, shownAt }) => shownAt === null && !told.current.has(id));
    for (const { id } of fresh) {
      told.current.add(id);
      const request = { params: { tenant, messageId: id }, body: { receipt: "shown" } as const };
      void run(request).then(({ ok }) => !ok && told.current.delete(id));
    }
  }, [unread, tenant, run]);
}

/** One sound per new message, and its words, as the driver wants; an urgent one is heard in any case. */
function useSaid(unread: readonly DriverMessage[]): void {
  const t = useMessages(driverMessagesMessages);
  const { on } = useSound();
  const voice = useVoice();
  const said = useRef(new Set<string>());
  useEffect(() => {
    const fresh = unread.filter(({ id }) => !said.current.has(id));
    for (const { id } of fresh) said.current.add(id);
    const heard = fresh.filter(({ priority }) => on || priority === "urgent");
    if (heard.length > 0) chime();
    if (voice.on) for (const message of fresh) readAloud(messageText(message, t));
  }, [unread, on, voice.on, t]);
}
