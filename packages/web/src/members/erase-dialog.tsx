import type { MemberPage } from "@noriai/api";
import { type FormEvent, useId, useState } from "react";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

interface Erasing {
  readonly page: MemberPage;
  readonly onClose: () => void;
  readonly onErased: (rides: number) => void;
}

type Ahead = "refuse" | "cancel";

/** Two steps: what goes and what stays, then the member number once more. */
export function EraseDialog({ open, ...erasing }: Erasing & { open: boolean }) {
  const { erase: t } = useMessages(membersMessages);
  const [sure, setSure] = useState(false);
  const [ahead, setAhead] = useState<Ahead>("refuse");
  const close = () => {
    setSure(false);
    erasing.onClose();
  };
  return (
    <Dialog title={sure ? t.sureTitle : t.title} open={open} onClose={close}>
      {open &&
        (sure ? (
          <Sure {...erasing} ahead={ahead} onClose={close} />
        ) : (
          <Told
            memberId={erasing.page.id}
            ahead={ahead}
            onAhead={setAhead}
            onNext={() => setSure(true)}
            onClose={close}
          />
        ))}
    </Dialog>
  );
}

function Told({
  memberId,
  ahead,
  onAhead,
  onNext,
  onClose,
}: {
  memberId: string;
  ahead: Ahead;
  onAhead: (ahead: Ahead) => void;
  onNext: () => void;
  onClose: () => void;
}) {
  const { erase: t } = useMessages(membersMessages);
  const { tenant } = useTenancy();
  const name = useId();
  const { data } = useRead("listMemberBookings", { params: { tenant, memberId } });
  const open =
    data?.bookings.filter(({ state }) => ["confirmed", "boarding", "riding"].includes(state)) ?? [];
  return (
    <div className="flex flex-col gap-4 text-lg">
      <p>{t.lead}</p>
      <p>{t.stays}</p>
      <p className="text-quiet">{t.backups}</p>
      {open.length > 0 && (
        <fieldset>
          <legend className="font-bold">{t.ahead(open.length)}</legend>
          {(["refuse", "cancel"] as const).map((choice) => (
            <label key={choice} className="flex min-h-11 items-center gap-3">
              <input
                type="radio"
                name={name}
                className="size-6 shrink-0"
                checked={ahead === choice}
                onChange={() => onAhead(choice)}
              />
              {t[choice]}
            </label>
          ))}
        </fieldset>
      )}
      <div className="flex flex-wrap gap-3">
        <Button look="outline" onClick={onClose}>
          {t.close}
        </Button>
        <Button look="danger" onClick={onNext}>
          {t.next}
        </Button>
      </div>
    </div>
  );
}

function Sure({ page, ahead, onClose, onErased }: Erasing & { ahead: Ahead }) {
  const { erase: t } = useMessages(membersMessages);
  const { tenant } = useTenancy();
  const [memberNo, setMemberNo] = useState("");
  const [checked, setChecked] = useState(false);
  const { run, busy, problem } = useCommand("eraseMember");
  const isOther = memberNo.normalize("NFKC").trim() !== page.memberNo;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (busy || isOther) return;
    const result = await run({ params: { tenant, memberId: page.id }, body: { memberNo, ahead } });
    if (!result.ok) return;
    onClose();
    onErased(result.value.rides);
  };
  const stands = problem?.rejections?.some(({ kind }) => kind === "bookings-ahead") === true;
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <p className="text-lg">{t.sure(page.name, page.memberNo)}</p>
      {stands && <Notice tone="error" title={t.standing} />}
      {problem !== undefined && !stands && <ProblemNotice problem={problem} />}
      <TextField
        label={t.memberNo}
        autoComplete="off"
        inputMode="numeric"
        maxLength={40}
        value={memberNo}
        error={checked && isOther ? t.otherNo : undefined}
        onChange={({ target }) => setMemberNo(target.value)}
      />
      <div className="flex flex-wrap gap-3">
        <Button look="outline" onClick={onClose}>
          {t.close}
        </Button>
        <Button type="submit" look="danger" busy={busy}>
          {busy ? t.submitting : t.submit}
        </Button>
      </div>
    </form>
  );
}
