import type { TripRequestBody } from "@noriai/api";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import type { CallState } from "./call-state.ts";
import { DateAndMode } from "./date-and-mode.tsx";
import { focusNextStep, focusStep, isEnter, STEP } from "./next-step.ts";
import { PartyFields } from "./party-fields.tsx";
import { type DraftField, faultsOf, type RequestDraft, requestOf } from "./request-draft.ts";
import { StopField } from "./stop-field.tsx";

/**
 * What the caller wants, on one screen. Enter leads from field to field and asks in the party; Ctrl+Enter asks from
 * anywhere.
 */
export function RequestForm({
  call,
  busy,
  onChange,
  onAsk,
}: {
  call: CallState;
  busy: boolean;
  onChange: (draft: RequestDraft) => void;
  onAsk: (request: TripRequestBody) => Promise<void>;
}) {
  const { member, draft } = call;
  const t = useMessages(deskMessages);
  const { service } = useTenancy();
  const form = useRef<HTMLFormElement>(null);
  const [checked, setChecked] = useState(false);
  const faults = faultsOf(draft);
  const errorOf = (field: DraftField) =>
    checked && faults[field] !== undefined ? t.request.faults[faults[field]] : undefined;
  useFocusWhereNeeded(form, call);

  const ask = () => {
    if (member === undefined || busy) return;
    setChecked(true);
    const first = Object.keys(faults)[0];
    if (first !== undefined) return focusField(form.current, first);
    setChecked(false);
    void onAsk(requestOf({ draft, memberId: member.id, timeZone: service.timeZone }));
  };
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    if (!isEnter(event) || !(event.target instanceof HTMLElement) || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      return ask();
    }
    if (event.target.matches("button")) return;
    event.preventDefault();
    if (event.target.closest("[data-ask]") !== null || !focusNextStep(event.currentTarget, event.target))
      ask();
  };
  const set = (change: Partial<RequestDraft>) => onChange({ ...draft, ...change });
  return (
    <section>
      <h2 className="mb-2 text-2xl font-bold">{t.request.title}</h2>
      <form
        ref={form}
        noValidate
        onKeyDown={press}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          ask();
        }}
        className="flex flex-col gap-4"
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <StopField
            field="from"
            label={t.request.from}
            value={draft.from}
            error={errorOf("from")}
            onChange={(from) => set({ from })}
          />
          <StopField
            field="to"
            label={t.request.to}
            value={draft.to}
            error={errorOf("to")}
            onChange={(to) => set({ to })}
          />
        </div>
        <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_minmax(0,4fr)]">
          <DateAndMode draft={draft} error={errorOf("date")} onChange={set} />
          <TextField
            {...{ [STEP]: "time" }}
            label={t.request.time}
            hint={t.request.timeHint}
            hintBelow
            autoComplete="off"
            maxLength={10}
            value={draft.time}
            onChange={(event) => set({ time: event.target.value })}
            error={errorOf("time")}
          />
        </div>
        <PartyFields draft={draft} member={member} onChange={set} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Button
            type="submit"
            busy={busy}
            disabledBecause={member === undefined ? t.request.needMember : undefined}
          >
            {busy ? t.request.submitting : t.request.submit}
          </Button>
          {member !== undefined && <p className="text-quiet">{t.request.submitHint}</p>}
        </div>
      </form>
    </section>
  );
}

const focusField = (form: HTMLFormElement | null, field: string): void => {
  const step = form?.querySelector<HTMLElement>(`[${STEP}="${field}"]`);
  if (step) focusStep(step);
};

/** A chosen trip leads to the time, a new trip to its first stop, and a reconsidered offer back to the time. */
function useFocusWhereNeeded(
  form: { readonly current: HTMLFormElement | null },
  { member, draft, step, tripsChosen }: CallState,
): void {
  const at = { memberId: member?.id, tripsChosen, listening: step.kind === "listening" };
  const before = useRef(at);
  useEffect(() => {
    const last = before.current;
    before.current = at;
    if (at.memberId === undefined || at.memberId !== last.memberId) return;
    if (at.tripsChosen !== last.tripsChosen) focusField(form.current, draft.from === "" ? "from" : "time");
    else if (at.listening && !last.listening) focusField(form.current, "time");
  });
}
