import type { Body, MyRecord, Problem } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { myMessages } from "../messages/my/index.ts";
import type { SentTo } from "../notices/confirm-code.tsx";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import {
  type OwnRecordDraft,
  type OwnRecordFault,
  ownDraftOf,
  ownFaults,
  ownMerged,
  ownWishOf,
} from "./own-record-draft.ts";

export interface OwnEditing {
  readonly record: MyRecord["record"];
  readonly onClose: (isSaved: boolean) => void;
}

/** The own record while it is changed. What was typed stays, also when the desk was faster. */
export function useOwnRecord({ record, onClose }: OwnEditing) {
  const { record: t } = useMessages(myMessages);
  const [seen, setSeen] = useState(record);
  const [draft, setDraft] = useState(() => ownDraftOf(record));
  const [overtaken, setOvertaken] = useState(false);
  const [checked, setChecked] = useState(false);
  const saving = useSaving(ownWishOf(draft, seen.version), (saved) => {
    if (saved.kind === "changed") return onClose(true);
    setDraft(ownMerged({ seen: ownDraftOf(seen), now: ownDraftOf(saved.record), typed: draft }));
    setSeen(saved.record);
    setOvertaken(true);
  });
  const faults = ownFaults(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!saving.busy && faults.length === 0) void saving.save();
  };
  const errorOf = (field: OwnRecordFault) =>
    checked && faults.includes(field)
      ? t.faults[field]
      : saving.problem?.fields?.find(({ name }) => name === field)?.message;
  const change = (part: Partial<OwnRecordDraft>) => setDraft((before) => ({ ...before, ...part }));
  return { ...saving, draft, change, submit, errorOf, overtaken };
}

/** Saves; a new mobile number has to be the member's own: the server says so, and a code shows it. */
function useSaving(
  wish: Body<"changeMyRecord">,
  onSaved: (saved: { readonly kind: "changed" | "overtaken"; readonly record: MyRecord["record"] }) => void,
) {
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const [sent, setSent] = useState<SentTo>();
  const { run, busy, problem, forgetProblem } = usePlainCommand("changeMyRecord");
  const asking = usePlainCommand("askAddressCode");
  const send = async () => {
    const { phone: address, language } = wish;
    forgetProblem();
    const asked = await asking.run({ params: { tenant }, body: { means: "sms", address, language } });
    if (asked.ok) setSent({ ...asked.value, address });
    return asked.ok;
  };
  const save = async (proof?: typeof wish.proof) => {
    const result = await run({ params: { tenant }, body: { ...wish, ...(proof && { proof }) } });
    if (!result.ok) {
      if (isUnproven(result.error)) await send();
      return;
    }
    setSent(undefined);
    await readAgain("getMyRecord", "getSession");
    onSaved(result.value);
  };
  return {
    ...{ save, sent, busy: busy || asking.busy },
    problem: asking.problem ?? problem,
    entering: { busy, problem, forgetProblem },
    again: { ...asking, send },
    confirm: (code: string) => void (sent && save({ codeId: sent.codeId, code })),
    stopConfirming: () => setSent(undefined),
  };
}

const isUnproven = ({ rejections }: Problem): boolean => rejections?.[0]?.kind === "phone-unproven";
