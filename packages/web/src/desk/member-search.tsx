import type { MemberSummary, Problem } from "@noriai/api";
import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
} from "react";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { memberQuery } from "./member-query.ts";
import { NewMemberForm } from "./new-member-form.tsx";
import { isEnter } from "./next-step.ts";
import { usePaused } from "./use-paused.ts";

/** A number that a telephone system knows; each call is an object of its own. */
export interface Called {
  readonly number: string;
}

/**
 * One box for phone number, kana, member number and town. Enter takes the first that is found, and registers where
 * nobody is. A caller whose number is known opens at once; of several with one number the operator chooses.
 */
export function MemberSearch({
  member,
  called,
  onPick,
}: {
  member: MemberSummary | undefined;
  called: Called | undefined;
  onPick: (member: MemberSummary) => void;
}) {
  const t = useMessages(deskMessages);
  const [typed, setTyped] = useState("");
  const [adding, setAdding] = useState(false);
  const [waitsFor, setWaitsFor] = useState<"first" | "only">();
  const { found, error } = useFound(typed);
  const shown = useDeferredValue(found);
  const list = useRef<HTMLUListElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const focusBox = useFocusWhenFree(box, member);
  const pick = (one: MemberSummary) => {
    setTyped("");
    setWaitsFor(undefined);
    onPick(one);
  };
  useCalled(called, ({ number }) => {
    setTyped(number);
    // In the middle of a call the operator decides, or what was typed for this caller would be gone.
    setWaitsFor(member === undefined ? "only" : undefined);
    focusBox();
  });
  useEffect(() => {
    if (waitsFor === undefined || found === undefined) return;
    setWaitsFor(undefined);
    const only = waitsFor === "first" || found.length === 1 ? found[0] : undefined;
    if (only !== undefined) pick(only);
    else if (found.length > 0) list.current?.querySelector("button")?.focus();
    else if (waitsFor === "first") setAdding(true);
  });

  return (
    <section aria-label={t.member.title}>
      <div ref={box}>
        <TextField
          type="search"
          onKeyDown={(event) => keyInBox(event, { list: list.current, wait: () => setWaitsFor("first") })}
          label={member === undefined ? t.member.search : t.member.other}
          hint={member === undefined ? t.member.searchHint : undefined}
          autoComplete="off"
          maxLength={60}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setWaitsFor(undefined);
          }}
        />
      </div>
      <p role="status" className="mt-1">
        {shown !== undefined && (shown.length === 0 ? t.member.none : t.member.found(shown.length))}
      </p>
      {error !== undefined && <ProblemNotice problem={error} />}
      {shown !== undefined && shown.length > 0 && <FoundList ref={list} members={shown} onPick={pick} />}
      {shown !== undefined && (
        <Button look="outline" size="small" className="mt-2" onClick={() => setAdding(true)}>
          {t.member.add}
        </Button>
      )}
      <Dialog title={t.newMember.title} open={adding} onClose={() => setAdding(false)}>
        <NewMemberForm
          typed={typed}
          onClose={() => setAdding(false)}
          onAdded={(one) => {
            setAdding(false);
            pick(one);
          }}
        />
      </Dialog>
    </section>
  );
}

/** Whom the typed text finds; nobody while it is too short or the answer is not there yet. */
function useFound(typed: string): {
  readonly found: readonly MemberSummary[] | undefined;
  readonly error: Problem | undefined;
} {
  const { tenant } = useTenancy();
  const query = usePaused(memberQuery(typed));
  const { data, error, isFetching } = useRead(
    "searchMembers",
    { params: { tenant }, query: { q: query ?? "" } },
    { enabled: query !== undefined },
  );
  if (query === undefined) return { found: undefined, error: undefined };
  const isSettled = query === memberQuery(typed) && !isFetching;
  return { found: isSettled ? data?.members : undefined, error: error ?? undefined };
}

/** The box has the focus as long as nobody is on the line; the returned function puts it there at any time. */
function useFocusWhenFree(
  box: { readonly current: HTMLElement | null },
  member: MemberSummary | undefined,
): () => void {
  const focusBox = useCallback(() => box.current?.querySelector("input")?.focus(), [box]);
  useEffect(() => {
    if (member === undefined) focusBox();
  }, [member, focusBox]);
  return focusBox;
}

/** Answers each call that a telephone system tells of, once. */
function useCalled(called: Called | undefined, answer: (called: Called) => void): void {
  const answered = useRef<Called>(undefined);
  useEffect(() => {
    if (called === undefined || called === answered.current) return;
    answered.current = called;
    answer(called);
  });
}

function FoundList({
  ref,
  members,
  onPick,
}: {
  ref: Ref<HTMLUListElement>;
  members: readonly MemberSummary[];
  onPick: (member: MemberSummary) => void;
}) {
  const t = useMessages(deskMessages);
  return (
    <ul
      ref={ref}
      aria-label={t.member.results}
      onKeyDown={keyInList}
      className="mt-1 rounded-8 border border-edge"
    >
      {members.map((one) => (
        <li key={one.id} className="border-b border-line last:border-b-0">
          <Found member={one} onPick={() => onPick(one)} />
        </li>
      ))}
    </ul>
  );
}

function Found({ member, onPick }: { member: MemberSummary; onPick: () => void }) {
  const t = useMessages(deskMessages);
  return (
    <button
      type="button"
      onClick={onPick}
      className="flex min-h-12 w-full flex-wrap items-baseline gap-x-4 px-3 py-2 text-left hover:bg-key-50 focus-visible:bg-yellow-50"
    >
      <span className="text-lg font-bold">{member.name}</span>
      <span>{member.kana}</span>
      <span className="tabular-nums">{member.phone}</span>
      <span className="text-quiet">
        {member.town}・{t.member.memberNo} {member.memberNo}
      </span>
    </button>
  );
}

function keyInBox(
  event: KeyboardEvent,
  { list, wait }: { list: HTMLUListElement | null; wait: () => void },
): void {
  if (event.key === "ArrowDown") {
    event.preventDefault();
    list?.querySelector("button")?.focus();
  }
  // Enter may come before the answer: then the first one found is taken as soon as it is there.
  if (isEnter(event)) wait();
}

function keyInList(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll("button")];
  const here = rows.indexOf(document.activeElement as HTMLButtonElement);
  rows[here + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
}
