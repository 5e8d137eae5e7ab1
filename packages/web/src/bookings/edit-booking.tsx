import type { BookingPage, MemberSummary, QuoteAnswer } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useCommand } from "../command.ts";
import { DateAndMode } from "../desk/date-and-mode.tsx";
import { useGiveBack } from "../desk/give-back.ts";
import { noteInKeptCall } from "../desk/log/kept-call.ts";
import { PartyFields } from "../desk/party-fields.tsx";
import {
  type DraftField,
  draftToChange,
  faultsOf,
  type RequestDraft,
  requestOf,
} from "../desk/request-draft.ts";
import { StopField } from "../desk/stop-field.tsx";
import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { ChangeOffer } from "./change-offer.tsx";
import { isOvertaken } from "./is-overtaken.ts";
import { OvertakenNotice } from "./overtaken-notice.tsx";

interface Editing {
  readonly page: BookingPage;
  readonly member: MemberSummary;
  readonly onClose: (said: string | undefined) => Promise<void>;
}

/**
 * Another trip in the place of a booking: looked for first, taken then; the old seat stays until the new one is sure.
 * What somebody else does to the booking meanwhile is shown as soon as it is known, and nothing of it is overwritten.
 */
export function EditBooking(editing: Editing) {
  const { page, onClose } = editing;
  const t = useMessages(bookingsMessages);
  const edit = useEdit(editing);
  const { draft, answer, seen, problem } = edit;
  const overtaken = page.version !== seen.version && !edit.taking;
  return (
    <section
      aria-label={t.edit.title}
      className="flex min-w-0 flex-col gap-4 rounded-12 border-2 border-key-900 p-5"
    >
      <h2 className="text-xl font-bold">{t.edit.title}</h2>
      <p>{t.edit.lead}</p>
      {overtaken && (
        <OvertakenNotice
          seen={seen}
          now={page}
          onLeave={() => void onClose(undefined)}
          onGoOn={page.booking.actions.includes("change") ? edit.goOn : undefined}
        />
      )}
      {problem !== undefined && !isOvertaken(problem) && <ProblemNotice problem={problem} />}
      <Fields
        draft={draft}
        member={editing.member}
        busy={edit.asking}
        onChange={edit.change}
        onAsk={edit.ask}
      />
      {answer !== undefined && !overtaken && (
        <ChangeOffer answer={answer} busy={edit.taking} onTake={(id) => void edit.take(id)} />
      )}
      <Button look="outline" onClick={() => void onClose(undefined)}>
        {t.edit.close}
      </Button>
    </section>
  );
}

/** The form, the offer that it led to, and the booking as it was when the operator looked. */
function useEdit({ page, member, onClose }: Editing) {
  const { edit: t } = useMessages(bookingsMessages);
  const { tenant, service } = useTenancy();
  const [seen, setSeen] = useState(page);
  const [draft, setDraft] = useState(() =>
    draftToChange({ page, memberClass: member.fareClass, timeZone: service.timeZone }),
  );
  const [answer, setAnswer] = useState<QuoteAnswer>();
  const readAgain = useReadAgain();
  const asking = useCommand("askQuote");
  const taking = useCommand("changeBooking");
  const giveBack = useGiveBack(answer?.kind === "quote" ? answer.quote : undefined);
  const bookingId = seen.booking.id;
  const ask = async () => {
    taking.forgetProblem();
    const request = requestOf({ draft, memberId: member.id, timeZone: service.timeZone });
    const result = await asking.run({ params: { tenant }, body: request });
    if (result.ok) setAnswer(result.value);
  };
  const take = async (quoteId: string) => {
    const body = { quoteId, version: seen.version };
    giveBack.keep(quoteId);
    const result = await taking.run({ params: { tenant, bookingId }, body });
    if (result.ok) {
      noteInKeptCall(tenant, { kind: "changed", bookingId, doubts: [] });
      return onClose(t.done);
    }
    giveBack.keepNoMore();
    if (isOvertaken(result.error)) await readAgain("getBooking", "getBookingHistory");
  };
  const change = (part: Partial<RequestDraft>) => {
    setDraft({ ...draft, ...part });
    setAnswer(undefined);
  };
  const problem = taking.problem ?? asking.problem;
  const goOn = () => setSeen(page);
  return { seen, draft, answer, problem, asking: asking.busy, taking: taking.busy, ask, take, change, goOn };
}

function Fields({
  draft,
  member,
  busy,
  onChange,
  onAsk,
}: {
  draft: RequestDraft;
  member: MemberSummary;
  busy: boolean;
  onChange: (part: Partial<RequestDraft>) => void;
  onAsk: () => Promise<void>;
}) {
  const { edit: t } = useMessages(bookingsMessages);
  const [checked, setChecked] = useState(false);
  const faults = faultsOf(draft);
  const errorOf = (field: DraftField) => {
    const fault = checked ? faults[field] : undefined;
    return fault && t.faults[fault];
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (busy || Object.keys(faults).length > 0) return;
    void onAsk();
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Ends draft={draft} errorOf={errorOf} onChange={onChange} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <DateAndMode draft={draft} error={errorOf("date")} onChange={onChange} />
      </div>
      <TextField
        label={t.time}
        hint={t.timeHint}
        autoComplete="off"
        maxLength={10}
        value={draft.time}
        onChange={({ target }) => onChange({ time: target.value })}
        error={errorOf("time")}
      />
      <PartyFields draft={draft} member={member} onChange={onChange} />
      <Button type="submit" busy={busy}>
        {busy ? t.asking : t.ask}
      </Button>
    </form>
  );
}

function Ends({
  draft,
  errorOf,
  onChange,
}: {
  draft: RequestDraft;
  errorOf: (field: DraftField) => string | undefined;
  onChange: (part: Partial<RequestDraft>) => void;
}) {
  const { stops } = useMessages(bookingsMessages).edit;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(["from", "to"] as const).map((end) => (
        <StopField
          key={end}
          field={end}
          label={stops[end]}
          value={draft[end]}
          error={errorOf(end)}
          onChange={(stopId) => onChange({ [end]: stopId })}
        />
      ))}
    </div>
  );
}
