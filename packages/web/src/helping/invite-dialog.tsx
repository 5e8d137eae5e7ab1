import type { Answer, Helper, Problem } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { helpingMessages } from "../messages/helping/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Consent } from "./consent.tsx";

type Relation = Helper["relation"];
const RELATIONS: readonly Relation[] = ["family", "care-manager", "facility", "other"];

interface Inviting {
  readonly onClose: () => void;
  readonly onInvited: (answer: Answer<"inviteHelper">) => void;
}

/** Invites a helper: who it is, and the member's consent. */
export function InviteDialog({ open, ...inviting }: Inviting & { open: boolean }) {
  const { invite: t } = useMessages(helpingMessages);
  return (
    <Dialog title={t.title} open={open} onClose={inviting.onClose}>
      {open && <InviteForm {...inviting} />}
    </Dialog>
  );
}

function InviteForm({ onClose, onInvited }: Inviting) {
  const { invite: t, relations } = useMessages(helpingMessages);
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = useCommand("inviteHelper");
  const [name, setName] = useState("");
  const [relation, setRelation] = useState<Relation>("family");
  const [consents, setConsents] = useState(false);
  const [checked, setChecked] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (busy || name.trim() === "" || !consents) return;
    const result = await run({ params: { tenant }, body: { name: name.trim(), relation, consents } });
    if (!result.ok) return;
    await readAgain("listMyHelpers");
    onInvited(result.value);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Trouble problem={problem} />
      <TextField
        label={t.name}
        hint={t.nameHint}
        autoComplete="off"
        maxLength={60}
        value={name}
        error={checked && name.trim() === "" ? t.needName : undefined}
        onChange={({ target }) => setName(target.value)}
      />
      <SelectField
        label={t.relation}
        value={relation}
        onChange={({ target }) => setRelation(target.value as Relation)}
      >
        {RELATIONS.map((each) => (
          <option key={each} value={each}>
            {relations[each]}
          </option>
        ))}
      </SelectField>
      <Consent
        text={t.consent}
        checked={consents}
        error={checked && !consents ? t.needConsent : undefined}
        onChange={setConsents}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {busy ? t.submitting : t.submit}
        </Button>
        <Button look="outline" onClick={onClose}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}

function Trouble({ problem }: { problem: Problem | undefined }) {
  const { invite: t } = useMessages(helpingMessages);
  if (problem === undefined) return null;
  const tooMany = problem.rejections?.find(({ kind }) => kind === "too-many-helpers");
  if (tooMany === undefined) return <ProblemNotice problem={problem} />;
  return <Notice tone="error" title={t.tooMany(Number(tooMany.most))} />;
}
