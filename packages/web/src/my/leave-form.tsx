import type { Problem } from "@noriai/api";
import { type FormEvent, useId, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { myMessages } from "../messages/my/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

type Ahead = "refuse" | "cancel";
const OPEN = ["confirmed", "boarding", "riding"];

/** What goes, what stays, what becomes of rides ahead, and the member number, so that nobody leaves by a slip. */
export function LeaveForm({
  memberNo,
  onClose,
  onLeft,
}: {
  memberNo: string;
  onClose: () => void;
  onLeft: (rides: number) => void;
}) {
  const { leave: t } = useMessages(myMessages);
  const { tenant } = useTenancy();
  const { data } = useRead("listMyBookings", { params: { tenant } });
  const [ahead, setAhead] = useState<Ahead>("refuse");
  const [typed, setTyped] = useState("");
  const [checked, setChecked] = useState(false);
  const { run, busy, problem } = usePlainCommand("leaveMembership");
  const open = data?.bookings.filter(({ state }) => OPEN.includes(state)).length ?? 0;
  const isOther = typed.normalize("NFKC").trim() !== memberNo;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (busy || isOther) return;
    const result = await run({ params: { tenant }, body: { memberNo: typed, ahead } });
    if (result.ok) onLeft(result.value.rides);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4 text-lg">
      <p>{t.gone}</p>
      <p>{t.stays}</p>
      <p className="text-base text-quiet">
        {t.backups} {t.number}
      </p>
      {open > 0 && <AheadChoice count={open} ahead={ahead} onChoose={setAhead} />}
      <Trouble problem={problem} />
      <TextField
        label={t.memberNo}
        autoComplete="off"
        inputMode="numeric"
        maxLength={40}
        value={typed}
        error={checked && isOther ? t.otherNo : undefined}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className="flex flex-wrap gap-3">
        <Button look="outline" onClick={onClose}>
          {t.close}
        </Button>
        <Button
          type="submit"
          look="danger"
          busy={busy}
          disabledBecause={open > 0 && ahead === "refuse" ? t.keepOn : undefined}
        >
          {busy ? t.submitting : t.submit}
        </Button>
      </div>
    </form>
  );
}

function AheadChoice({
  count,
  ahead,
  onChoose,
}: {
  count: number;
  ahead: Ahead;
  onChoose: (ahead: Ahead) => void;
}) {
  const { leave: t } = useMessages(myMessages);
  const name = useId();
  return (
    <fieldset>
      <legend className="font-bold">{t.ahead(count)}</legend>
      {(["refuse", "cancel"] as const).map((choice) => (
        <label key={choice} className="flex min-h-11 items-center gap-3">
          <input
            type="radio"
            name={name}
            className="size-6 shrink-0 accent-key-900"
            checked={ahead === choice}
            onChange={() => onChoose(choice)}
          />
          {t[choice]}
        </label>
      ))}
    </fieldset>
  );
}

function Trouble({ problem }: { problem: Problem | undefined }) {
  const { leave: t } = useMessages(myMessages);
  if (problem === undefined) return null;
  const kind = problem.rejections?.[0]?.kind;
  if (kind === "ride-under-way") return <Notice tone="error" title={t.underWay} />;
  if (kind === "bookings-ahead") return <Notice tone="error" title={t.bookingsAhead} />;
  return <ProblemNotice problem={problem} />;
}
