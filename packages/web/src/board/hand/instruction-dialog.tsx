import type { Board, Instruction, InstructionAnswer } from "@noriai/api";
import { useEffect, useState } from "react";
import { useCommand, usePlainCommand } from "../../command.ts";
import { useMessages } from "../../language.tsx";
import { boardMessages } from "../../messages/board/index.ts";
import { handMessages } from "../../messages/hand/index.ts";
import { rejectionMessages } from "../../messages/rejections/index.ts";
import { useReadAgain } from "../../read.ts";
import { useFormat, useTenancy } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import type { Action } from "./actions-of.ts";
import { EffectList } from "./effect-list.tsx";
import { InstructionForm } from "./instruction-form.tsx";
import { instructionOf, NO_CHOICE } from "./instruction-of.ts";
import { useBoardNames } from "./use-board-names.ts";
import { wordRefusal } from "./word-refusal.ts";

interface InstructionProps {
  readonly action: Action;
  readonly board: Board;
  readonly dutyId: string;
  readonly onClose: () => void;
}

/** Asks what is needed, shows whom it costs what, and only then does it. */
export function InstructionDialog({
  action,
  ...rest
}: Omit<InstructionProps, "action"> & { readonly action: Action | undefined }) {
  const t = useMessages(handMessages);
  const { vehicleOf } = useBoardNames(rest.board);
  const words = action === undefined ? "" : t.title[action];
  const title = typeof words === "string" ? words : words(vehicleOf(rest.dutyId));
  return (
    <Dialog title={title} open={action !== undefined} onClose={rest.onClose}>
      {action !== undefined && <Instructing action={action} {...rest} />}
    </Dialog>
  );
}

type Instructed = Extract<InstructionAnswer, { kind: "instructed" }>;

function Instructing({ action, board, dutyId, onClose }: InstructionProps) {
  const t = useMessages(handMessages);
  const { tenant, service } = useTenancy();
  const { serviceDate } = board;
  const readAgain = useReadAgain();
  const give = useCommand("giveInstruction");
  const [choice, choose] = useState(NO_CHOICE);
  const [done, setDone] = useState<Instructed>();
  const instruction = instructionOf({
    action,
    dutyId,
    choice,
    board,
    timeZone: service.timeZone,
  });
  const { answer, isChanged, problem, lookAgain } = usePreview(serviceDate, done ? undefined : instruction);
  const submit = async () => {
    if (instruction === undefined || answer?.kind !== "instructed") return;
    const { version } = answer;
    const result = await give.run({ params: { tenant }, body: { serviceDate, instruction, version } });
    if (!result.ok) return;
    if (result.value.kind === "instructed") setDone(result.value);
    else lookAgain();
    await readAgain("getBoard");
  };
  if (done !== undefined)
    return (
      <div className="flex flex-col gap-4">
        <Notice tone="success" title={t.done}>
          <p>{t.doneHint}</p>
        </Notice>
        <EffectList board={board} effects={done.effects} />
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    );
  return (
    <div className="flex flex-col gap-4">
      {(give.problem ?? problem) !== undefined && <ProblemNotice problem={(give.problem ?? problem)!} />}
      {action === "pin" && <p>{t.pinHint}</p>}
      <InstructionForm action={action} board={board} dutyId={dutyId} choice={choice} onChoose={choose} />
      {instruction !== undefined && (
        <section aria-live="polite" className="flex flex-col gap-2">
          {isChanged && <p className="font-bold">{t.preview.changed}</p>}
          <Preview board={board} answer={answer} />
        </section>
      )}
      <div className="flex flex-wrap gap-3">
        <Button
          look={action === "takeOut" || action === "closeStop" ? "danger" : "solid"}
          busy={give.busy || (instruction !== undefined && answer === undefined && problem === undefined)}
          disabledBecause={
            instruction === undefined ? t.choose : answer?.kind === "refused" ? t.refused.title : undefined
          }
          onClick={() => void submit()}
        >
          {t.submit[action]}
        </Button>
        <Button look="outline" onClick={onClose}>
          {t.back}
        </Button>
      </div>
    </div>
  );
}

/** What the instruction would do; asked again when another is chosen or the plan has moved on. */
function usePreview(serviceDate: string, instruction: Instruction | undefined) {
  const { tenant } = useTenancy();
  const { run, problem } = usePlainCommand("previewInstruction");
  const [answer, setAnswer] = useState<InstructionAnswer>();
  const [looks, setLooks] = useState(0);
  const asked = instruction === undefined ? undefined : JSON.stringify(instruction);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `looks` asks again
  useEffect(() => {
    setAnswer(undefined);
    if (asked === undefined) return;
    let isCurrent = true;
    void run({
      params: { tenant },
      body: { serviceDate, instruction: JSON.parse(asked) as Instruction },
    }).then((result) => {
      if (isCurrent && result.ok) setAnswer(result.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [run, tenant, serviceDate, asked, looks]);
  return { answer, problem, isChanged: looks > 0, lookAgain: () => setLooks(looks + 1) };
}

function Preview({ board, answer }: { board: Board; answer: InstructionAnswer | undefined }) {
  const t = useMessages(handMessages);
  const { states } = useMessages(boardMessages);
  const rules = useMessages(rejectionMessages);
  const { time } = useFormat();
  const { riderOf } = useBoardNames(board);
  const seats = useTenancy().service.vehicles.map((vehicle) => vehicle.seats);
  if (answer === undefined || answer.kind === "overtaken") return <p>{t.preview.busy}</p>;
  if (answer.kind === "refused")
    return (
      <Notice tone="warning" title={t.refused.title}>
        <p>
          {wordRefusal(answer.rejection, {
            t: t.refused,
            rules,
            states,
            time,
            seats,
            nameOf: (bookingId) => riderOf(bookingId).name,
          })}
        </p>
      </Notice>
    );
  return (
    <>
      <h3 className="text-lg font-bold">{t.preview.title}</h3>
      <EffectList board={board} effects={answer.effects} />
    </>
  );
}
