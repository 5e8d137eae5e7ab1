import type { Answer, NoticeChannel } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { noticesMessages } from "../messages/notices/index.ts";
import { type Language, NoticeLanguage } from "../notices/notice-language.tsx";
import { typedAddress } from "../notices/typed-address.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

type Channels = Answer<"listMemberChannels">;
type Means = "email" | "sms";

/**
 * By which ways the member is told, as said on the phone: who never opens the rider's page can have it in writing too.
 * The addresses are read only when somebody opens them. 仕様書 5-(5)-②
 */
export function MemberChannels({ memberId }: { memberId: string }) {
  const { channels: t } = useMessages(membersMessages);
  const [open, setOpen] = useState(false);
  return (
    <section>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="min-h-11 cursor-pointer py-2">
          <h2 className="inline text-xl font-bold">{t.title}</h2>
        </summary>
        {open && <Ways memberId={memberId} />}
      </details>
    </section>
  );
}

function Ways({ memberId }: { memberId: string }) {
  const { channels: t } = useMessages(membersMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("listMemberChannels", { params: { tenant, memberId } });
  if (error !== null) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <div className="mt-2 flex max-w-2xl flex-col gap-4">
      <p>{data.channels.length === 0 ? t.none : t.lead}</p>
      <ul className="flex flex-col gap-3 empty:hidden">
        {data.channels.map((channel) => (
          <Way key={channel.id} memberId={memberId} channel={channel} />
        ))}
      </ul>
      <Adding memberId={memberId} missing={missingWays(data)} />
    </div>
  );
}

/** Ways that the service has and the member has not. */
const missingWays = ({ channels, offered }: Channels): readonly Means[] =>
  (["email", "sms"] as const).filter(
    (means) => offered[means] && channels.every((channel) => channel.means !== means),
  );

function Way({ memberId, channel }: { memberId: string; channel: NoticeChannel }) {
  const { settings } = useMessages(noticesMessages);
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = usePlainCommand("removeMemberChannel");
  const { id, means, address, language } = channel;
  const stop = async () => {
    if ((await run({ params: { tenant, memberId, channelId: id } })).ok)
      await readAgain("listMemberChannels");
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-3">
      <span className="font-bold">{settings[means]}</span>
      <span className="min-w-0 flex-1 basis-60 break-all">{address}</span>
      <span>{settings.languages[language]}</span>
      <Button
        look="outline"
        size="small"
        busy={busy}
        aria-label={settings.stopOf(settings[means], address)}
        onClick={() => void stop()}
      >
        {settings.stop}
      </Button>
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </li>
  );
}

function Adding({ memberId, missing }: { memberId: string; missing: readonly Means[] }) {
  const { settings } = useMessages(noticesMessages);
  const { channels: t } = useMessages(membersMessages);
  const [wanted, setMeans] = useState<Means>("email");
  const [language, setLanguage] = useState<Language>("ja");
  const means = missing.includes(wanted) ? wanted : missing[0];
  const { typed, setTyped, wrong, add, busy, problem } = useAdding({ memberId, means, language });
  if (means === undefined) return null;
  const isMail = means === "email";
  return (
    <form noValidate aria-label={t.add} onSubmit={(event) => void add(event)} className="flex flex-col gap-4">
      <SelectField label={t.way} value={means} onChange={({ target }) => setMeans(target.value as Means)}>
        {missing.map((way) => (
          <option key={way} value={way}>
            {settings[way]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={isMail ? settings.emailLabel : settings.smsLabel}
        hint={isMail ? settings.emailHint : settings.smsHint}
        error={wrong ? (isMail ? settings.wrongEmail : settings.wrongPhone) : undefined}
        inputMode={isMail ? "email" : "tel"}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <NoticeLanguage value={language} onChoose={setLanguage} />
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <Button type="submit" look="outline" size="medium" busy={busy} className="self-start">
        {busy ? settings.saving : t.add}
      </Button>
    </form>
  );
}

interface Wanted {
  readonly memberId: string;
  readonly means: Means | undefined;
  readonly language: Language;
}

/** What is typed until it is taken; it stays when it is wrong. */
function useAdding({ memberId, means, language }: Wanted) {
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = usePlainCommand("addMemberChannel");
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const address = means && typedAddress(means, typed);
    setWrong(address === undefined);
    if (means === undefined || address === undefined || busy) return;
    const { ok } = await run({ params: { tenant, memberId }, body: { means, address, language } });
    if (!ok) return;
    setTyped("");
    await readAgain("listMemberChannels");
  };
  return { typed, setTyped, wrong, add, busy, problem };
}
