import type { Refusal, TripRequestBody, Waiting } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useReadNow } from "../clock.tsx";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { waitingMessages } from "../messages/waiting/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useFormat, useSession, useTenancy } from "../shell/session.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SelectField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { canWait } from "./can-wait.ts";
import { untilChoices } from "./until-choices.ts";
import { WhyNotNotice } from "./why-not-notice.tsx";

/** The door to the waiting list beside a refusal; nothing where waiting could not help. */
export function WaitDoor({
  refusal,
  request,
  onAgain,
  onJoined,
}: {
  refusal: Refusal;
  request: TripRequestBody;
  /** Room has come free meanwhile: the rider may ask again. */
  onAgain: () => void;
  onJoined?: () => void;
}) {
  const { join: t } = useMessages(waitingMessages);
  const [open, setOpen] = useState(false);
  const [joined, setJoined] = useState<Waiting>();
  if (!canWait(refusal.rejections)) return null;
  if (joined !== undefined) return <Joined waiting={joined} memberId={request.memberId} />;
  return (
    <>
      <Button look="outline" onClick={() => setOpen(true)}>
        {t.open}
      </Button>
      <Dialog title={t.title} open={open} onClose={() => setOpen(false)}>
        <WaitForm
          request={request}
          onAgain={() => {
            setOpen(false);
            onAgain();
          }}
          onJoined={(waiting) => {
            setOpen(false);
            setJoined(waiting);
            onJoined?.();
          }}
        />
      </Dialog>
    </>
  );
}

function WaitForm({
  request,
  onAgain,
  onJoined,
}: {
  request: TripRequestBody;
  onAgain: () => void;
  onJoined: (waiting: Waiting) => void;
}) {
  const { join: t } = useMessages(waitingMessages);
  const { tenant, service } = useTenancy();
  const format = useFormat();
  const readNow = useReadNow();
  const readAgain = useReadAgain();
  const [until, setUntil] = useState("");
  const { run, busy, problem } = useCommand("joinWaiting");
  const choices = untilChoices({ now: readNow(), rideAt: request.time.at, timeZone: service.timeZone });
  const join = async () => {
    const joined = await run({
      params: { tenant },
      body: { ...request, ...(until !== "" && { until }) },
    });
    if (!joined.ok) return;
    await readAgain("listMyWaiting", "listMemberWaiting", "getWaitingTasks");
    onJoined(joined.value);
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <p className="phrase text-lg">{t.lead}</p>
      <SelectField label={t.until} value={until} onChange={({ target }) => setUntil(target.value)}>
        <option value="">{t.untils.deadline}</option>
        {choices.map((at) => (
          <option key={at} value={at}>
            {t.untils.at(format.dateTime(at))}
          </option>
        ))}
      </SelectField>
      {problem !== undefined && <WhyNotNotice problem={problem} onAgain={onAgain} />}
      <Button type="submit" wide busy={busy}>
        {busy ? t.confirming : t.confirm}
      </Button>
    </form>
  );
}

/** What the rider is told, or what the desk tells her. */
function Joined({ waiting, memberId }: { waiting: Waiting; memberId: string | undefined }) {
  const { join: t, mine } = useMessages(waitingMessages);
  const { tenant } = useTenancy();
  const format = useFormat();
  const isRider = useSession().role === "rider";
  const means = useMeansOfTelling(isRider ? undefined : memberId);
  return (
    <Notice tone="success" title={t.waiting(waiting.place)}>
      {means !== undefined && <p className="phrase">{t.told[means]}</p>}
      <p>{mine.until(format.dateTime(waiting.until))}</p>
      {isRider && (
        <Link
          to="/t/$tenant/ride"
          params={{ tenant }}
          className={`${buttonLook({ look: "outline", size: "medium" })} mt-2`}
        >
          {t.home}
        </Link>
      )}
    </Notice>
  );
}

/**
 * How she will hear of it: a rider on her own page, a caller by a call, or in writing where she cannot be called. The
 * record is asked anew, for it may have been noted in this very call.
 *
 * @param memberId  of the caller; nothing for a rider
 */
function useMeansOfTelling(memberId: string | undefined): "web" | "phone" | "text" | undefined {
  const { tenant } = useTenancy();
  const enabled = memberId !== undefined;
  const { data } = useRead("getMember", { params: { tenant, memberId: memberId ?? "" } }, { enabled });
  return enabled ? data?.contact : "web";
}
