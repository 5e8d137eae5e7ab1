import type { NewEvidence } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useNow } from "../clock.tsx";
import { useCommand } from "../command.ts";
import { typedDate } from "../desk/typed-date.ts";
import { useMessages } from "../language.tsx";
import { registrationsMessages } from "../messages/registrations/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { wallTimeOf } from "../wall-time.ts";

/** Notes that a paper was seen: which, when, until when, by whom. There is no place for a picture or a number. POL-RET-2 */
export function EvidenceDialog({
  memberId,
  open,
  onClose,
}: {
  memberId: string;
  open: boolean;
  onClose: () => void;
}) {
  const { dialog: t } = useMessages(registrationsMessages);
  return (
    <Dialog title={t.title} open={open} onClose={onClose}>
      {open && <Form memberId={memberId} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const { dialog: t, panel } = useMessages(registrationsMessages);
  const { tenant, service } = useTenancy();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const readAgain = useReadAgain();
  const { run, busy, problem } = useCommand("noteEvidence");
  const [kind, setKind] = useState<NewEvidence["kind"]>("age");
  const [typed, setTyped] = useState({ seenOn: today, until: "", seenBy: "" });
  const [checked, setChecked] = useState(false);
  const seenOn = typedDate(typed.seenOn);
  const until = typed.until.trim() === "" ? undefined : typedDate(typed.until);
  const isWrong = {
    seenOn: seenOn === undefined,
    until: typed.until.trim() !== "" && until === undefined,
    seenBy: false,
  };
  const errorOf = (name: keyof typeof typed) =>
    checked && isWrong[name] ? t.date : problem?.fields?.find((field) => field.name === name)?.message;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (busy || seenOn === undefined || isWrong.until) return;
    const seenBy = typed.seenBy.trim();
    const body = { kind, seenOn, ...(until && { until }), ...(seenBy !== "" && { seenBy }) };
    const result = await run({ params: { tenant, memberId }, body });
    if (!result.ok) return;
    await readAgain("getRegistration", "getMember", "listMemberChanges", "listMembers", "listRegistrations");
    onClose();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <p>{t.lead}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <SelectField
        label={t.kind}
        value={kind}
        onChange={({ target }) => setKind(target.value as NewEvidence["kind"])}
      >
        {(["age", "disability"] as const).map((one) => (
          <option key={one} value={one}>
            {panel.kinds[one]}
          </option>
        ))}
      </SelectField>
      {(["seenOn", "until", "seenBy"] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={t[name]}
          error={errorOf(name)}
          autoComplete="off"
          maxLength={60}
          value={typed[name]}
          onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
        />
      ))}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {busy ? t.submitting : t.submit}
        </Button>
        <Button look="outline" onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </form>
  );
}
