import type { Answer, NoticeChannel } from "@noriai/api";
import { useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { noticesMessages } from "../messages/notices/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { AddressForm } from "./address-form.tsx";
import { canBeTold } from "./can-be-told.ts";
import { type Language, NoticeLanguage } from "./notice-language.tsx";
import { canPush, subscribe } from "./subscribe.ts";

type Channels = Answer<"listMyChannels">;

/** By which ways the rider is told: mail, short message, this browser. */
export function ChannelSettings() {
  const { settings: t } = useMessages(noticesMessages);
  const { tenant } = useTenancy();
  const { data } = useRead("listMyChannels", { params: { tenant } });
  if (data === undefined || !canBeTold(data)) return null;
  return (
    <details className="rounded-12 border border-line bg-white">
      <summary className="min-h-14 cursor-pointer px-5 py-4 text-lg">
        <h2 className="inline font-bold">{t.title}</h2>
      </summary>
      <div className="flex flex-col gap-5 px-5 pb-5">
        <p className="text-lg">{t.lead}</p>
        <Ways channels={data} />
      </div>
    </details>
  );
}

function Ways({ channels: { channels, offered } }: { channels: Channels }) {
  const { settings: t } = useMessages(noticesMessages);
  const { language: own } = useLanguage();
  const [language, setLanguage] = useState<Language>(channels[0]?.language ?? own);
  const of = (means: NoticeChannel["means"]) => channels.filter((channel) => channel.means === means);
  return (
    <>
      {channels.length === 0 && <p className="text-lg">{t.nothing}</p>}
      <ul className="flex flex-col gap-3 empty:hidden">
        {channels.map((channel) => (
          <Way key={channel.id} channel={channel} />
        ))}
      </ul>
      <NoticeLanguage value={language} onChoose={setLanguage} />
      {offered.email && of("email").length === 0 && <AddressForm means="email" language={language} />}
      {offered.sms && of("sms").length === 0 && <AddressForm means="sms" language={language} />}
      {offered.pushKey !== null && canPush() && <PushButton pushKey={offered.pushKey} language={language} />}
    </>
  );
}

function Way({ channel: { id, means, address } }: { channel: NoticeChannel }) {
  const { settings: t } = useMessages(noticesMessages);
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = usePlainCommand("removeMyChannel");
  const stop = async () => {
    if ((await run({ params: { tenant, channelId: id } })).ok) await readAgain("listMyChannels");
  };
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-8 border border-line p-3">
      <span className="min-w-0 text-lg">
        <span className="block font-bold">{t[means]}</span>
        <span className="block break-all">{address}</span>
      </span>
      <Button
        look="outline"
        size="medium"
        busy={busy}
        aria-label={t.stopOf(t[means], address)}
        onClick={() => void stop()}
      >
        {t.stop}
      </Button>
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </li>
  );
}

function PushButton({ pushKey, language }: { pushKey: string; language: Language }) {
  const { settings: t } = useMessages(noticesMessages);
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const [denied, setDenied] = useState(false);
  const { run, busy, problem } = usePlainCommand("addMyChannel");
  const turnOn = async () => {
    const subscription = await subscribe(pushKey);
    setDenied(subscription === undefined);
    if (subscription === undefined) return;
    const { ok } = await run({ params: { tenant }, body: { means: "push", subscription, language } });
    if (ok) await readAgain("listMyChannels");
  };
  return (
    <div className="flex flex-col gap-2">
      <p className="text-lg font-bold">{t.push}</p>
      {denied && <Notice tone="warning" title={t.pushDenied} />}
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <Button look="outline" busy={busy} onClick={() => void turnOn()}>
        {t.pushOn}
      </Button>
    </div>
  );
}
