import type { Notice } from "@noriai/api";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { type NoticesMessages, noticesMessages } from "../messages/notices/index.ts";
import { useReadAgain } from "../read.ts";
import { useFormat, useSession, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

type Delivery = Notice["deliveries"][number];

const TONES = { waiting: "warning", sent: "success", kept: "gray", "given-up": "error" } as const;

/** One sending of a notice: by which way, what became of it, and its words. */
export function DeliveryState({ noticeId, delivery }: { noticeId: string; delivery: Delivery }) {
  const t = useMessages(noticesMessages);
  const format = useFormat();
  const { means, toHelper, state, settledAt, settledBy, attempts, fault, words } = delivery;
  const isWaiting = state === "waiting";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span>{toHelper ? t.toHelper(t.means[means]) : t.means[means]}</span>
      <Badge tone={TONES[state]}>
        {settledAt === null
          ? t.states[state]
          : settledBy === null
            ? t.at(t.states[state], format.time(settledAt))
            : t.toldBy(format.time(settledAt), settledBy)}
      </Badge>
      {fault !== null && (
        <span className="text-error-2">{isWaiting ? t.retry(attempts) : faultWords(fault, t)}</span>
      )}
      {means === "desk" && isWaiting && <ToldButton noticeId={noticeId} />}
      <details className="w-full">
        <summary className="min-h-11 cursor-pointer py-2 text-key-900 underline">{t.showWords}</summary>
        <p className="rounded-8 bg-key-50 p-3 text-lg whitespace-pre-line">{words}</p>
      </details>
    </li>
  );
}

function faultWords(fault: string, { faults }: NoticesMessages): string {
  const known: Readonly<Record<string, unknown>> = faults;
  const sentence = known[fault];
  return typeof sentence === "string" ? sentence : faults.other(fault);
}

/** For those who may tell riders. */
function ToldButton({ noticeId }: { noticeId: string }) {
  const t = useMessages(noticesMessages);
  const { role } = useSession();
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = usePlainCommand("noticeTold");
  if (role === "municipality") return null;
  const told = async () => {
    if ((await run({ params: { tenant, noticeId } })).ok) await readAgain("listNotices");
  };
  return (
    <>
      <Button size="small" look="outline" busy={busy} onClick={() => void told()}>
        {t.toldNow}
      </Button>
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </>
  );
}
