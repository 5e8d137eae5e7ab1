import type { MemberStanding, NoShowDeed } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

type Missed = MemberStanding["missed"][number];
type Policy = NonNullable<MemberStanding["policy"]>;

/** Notes an excuse, a warning, a letter or an objection about a missed ride. */
export function NoteDialog({
  ride,
  ...rest
}: {
  ride: Missed | undefined;
  policy: Policy;
  onClose: () => void;
}) {
  const { standing: t } = useMessages(membersMessages);
  return (
    <Dialog title={t.noteTitle} open={ride !== undefined} onClose={rest.onClose}>
      {ride !== undefined && <Form key={ride.bookingId} ride={ride} {...rest} />}
    </Dialog>
  );
}

function Form({ ride, policy, onClose }: { ride: Missed; policy: Policy; onClose: () => void }) {
  const { standing: t } = useMessages(membersMessages);
  const { tenant } = useTenancy();
  const [kind, setKind] = useState<NoShowDeed["kind"]>(ride.deeds[0] ?? "warned");
  const [excuse, setExcuse] = useState(policy.excuses[0] ?? "illness");
  const [words, setWords] = useState("");
  const readAgain = useReadAgain();
  const { run, busy, problem } = useCommand("noteNoShow");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const deed: NoShowDeed = kind === "excused" ? { kind, excuse } : { kind };
    const result = await run({ params: { tenant, bookingId: ride.bookingId }, body: { deed, words } });
    await readAgain("getMemberStanding", "listMembers");
    if (result.ok) onClose();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <SelectField
        label={t.deed}
        value={kind}
        onChange={({ target }) => setKind(target.value as NoShowDeed["kind"])}
      >
        {ride.deeds.map((one) => (
          <option key={one} value={one}>
            {t.kinds[one]}
          </option>
        ))}
      </SelectField>
      {kind === "excused" && (
        <SelectField
          label={t.excuse}
          value={excuse}
          onChange={({ target }) => setExcuse(target.value as typeof excuse)}
        >
          {policy.excuses.map((one) => (
            <option key={one} value={one}>
              {t.excuses[one]}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        label={t.words}
        maxLength={500}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {t.submit}
        </Button>
        <Button look="outline" onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </form>
  );
}
