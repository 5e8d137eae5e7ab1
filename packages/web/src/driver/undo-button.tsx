import type { DutySheet, TaskEventInput } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { driverMessages } from "../messages/driver/index.ts";
import { BigButton } from "./big-button.tsx";
import { useUnsent } from "./recording.tsx";

/** Takes the last step back and says which one that is: a thumb in a glove slips. */
export function UndoButton({ sheet, onUndo }: { sheet: DutySheet; onUndo: (eventId: string) => void }) {
  const t = useMessages(driverMessages);
  const words = useMessages(driveScreenMessages);
  const { lastEventId } = sheet;
  const step = lastStepOf(sheet, useUnsent());
  const verb = step && words.steps[step.kind];
  const name = step && nameOf(sheet, step.bookingId);
  const paidHere = step?.kind === "arrived" && hasPaidBeforeBoarding(sheet);
  const reason = lastEventId === null ? t.nothingToUndo : paidHere ? words.fare.takeBackFirst : undefined;
  return (
    <BigButton
      look="outline"
      disabledBecause={reason}
      onPress={() => lastEventId !== null && onUndo(lastEventId)}
    >
      {verb === undefined ? (
        t.undo
      ) : (
        <>
          {t.undo}
          <span className="block text-lg md:text-xl">
            {name === undefined ? verb : t.forRider(verb, name)}
          </span>
        </>
      )}
    </BigButton>
  );
}

/** Nobody has paid in a vehicle that was never there: a fare that was taken on the step stands against the arrival. */
export const hasPaidBeforeBoarding = ({ tasks }: DutySheet): boolean =>
  tasks
    .filter(({ state }) => state === "here")
    .some(({ boards }) => boards.some(({ state, collected }) => state === "boarding" && collected !== null));

export interface LastStep {
  readonly kind: string;
  readonly bookingId: string | undefined;
}

/** The step that would be taken back: on this terminal, else as the server knows it. */
export function lastStepOf(sheet: DutySheet, unsent: readonly TaskEventInput[]): LastStep | undefined {
  const { lastEventId, lastStep } = sheet;
  if (lastEventId === null) return undefined;
  const own = unsent.find(({ id }) => id === lastEventId);
  if (own !== undefined) return { kind: own.kind, bookingId: "bookingId" in own ? own.bookingId : undefined };
  return lastStep ? { kind: lastStep.kind, bookingId: lastStep.bookingId ?? undefined } : undefined;
}

const nameOf = ({ tasks }: DutySheet, bookingId: string | undefined): string | undefined =>
  tasks
    .flatMap(({ boards, alights }) => [...boards, ...alights])
    .find((rider) => rider.bookingId === bookingId)?.calledName;
