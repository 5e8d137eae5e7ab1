import type { CallEnd, CallOutcome } from "@noriai/api";
import { useCallback, useRef, useState } from "react";
import { useReadNow } from "../../clock.tsx";
import { useCommand, usePlainCommand } from "../../command.ts";
import { useReadAgain } from "../../read.ts";
import { useTenancy } from "../../shell/session.ts";
import { type Deed, deedsAfter, NO_DEEDS, suggestedOutcome } from "./deeds.ts";
import { keepCall, type OpenCall, readKeptCall } from "./kept-call.ts";

export interface CallLog {
  readonly open: OpenCall | undefined;
  readonly outcome: CallOutcome;
  /** Begins a call, or gives the one on the line its member. Another member is another call. */
  readonly begin: (memberId?: string) => void;
  /** Answers a ringing call; gives its number, or nothing when somebody was faster. */
  readonly take: (callId: string) => Promise<string | undefined>;
  readonly note: (deed: Deed) => void;
  readonly choose: (outcome: CallOutcome) => void;
  readonly speakFor: (delegateId: string | undefined) => void;
  readonly end: () => void;
  /** Calls that could not be kept, to be tried again. */
  readonly unkept: number;
  readonly keepAgain: () => void;
}

interface Ending {
  readonly id: Promise<string | undefined>;
  readonly body: CallEnd;
  /** For whom it is begun anew when the server never heard of it. */
  readonly memberId: string | undefined;
}

/** Keeps the log of this desk's calls. Booking never waits for it; what could not be kept can be kept again. */
export function useCallLog(): CallLog {
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run: takeRemote } = usePlainCommand("takeCall");
  const { begin: beginRemote, keep, ...keeping } = useKeeping();
  const { current, open, start, change, clear } = useOpenCall(tenant);
  const note = useCallback(
    (deed: Deed) => change(({ deeds }) => ({ deeds: deedsAfter(deeds, deed) })),
    [change],
  );
  const end = () => {
    const { id, call } = current() ?? {};
    clear();
    if (id !== undefined && call !== undefined) keep({ id, body: endOf(call), memberId: call.memberId });
  };
  return {
    ...keeping,
    open,
    outcome: open === undefined ? "information" : outcomeOf(open),
    begin(memberId) {
      const call = current()?.call;
      if (call !== undefined && (memberId === undefined || call.memberId === memberId)) return;
      if (call !== undefined && call.memberId === undefined) return change(() => ({ memberId }));
      end();
      start(memberId, beginRemote(memberId));
    },
    async take(callId) {
      const result = await takeRemote({ params: { tenant, callId } });
      await readAgain("listCalls");
      if (!result.ok) return undefined;
      end();
      start(undefined, Promise.resolve(callId));
      return result.value.number;
    },
    note,
    choose: (chosen) => change(() => ({ chosen })),
    speakFor: (delegateId) => change(() => ({ delegateId })),
    end,
  };
}

/** The call on the line, at once for whoever asks and drawn for whoever looks; kept while the desk is away. */
function useOpenCall(tenant: string) {
  const readNow = useReadNow();
  const [kept] = useState(() => readKeptCall(tenant));
  const [open, setOpen] = useState(kept?.call);
  const now = useRef(kept && { id: Promise.resolve<string | undefined>(kept.callId), call: kept.call });
  const put = useCallback(
    (next: typeof now.current) => {
      now.current = next;
      setOpen(next?.call);
      if (next === undefined) return keepCall(tenant, undefined);
      void next.id.then((callId) => {
        if (callId !== undefined && now.current === next) keepCall(tenant, { callId, call: next.call });
      });
    },
    [tenant],
  );
  const change = useCallback(
    (changes: (call: OpenCall) => Partial<OpenCall>) => {
      if (now.current === undefined) return;
      const { id, call } = now.current;
      put({ id, call: { ...call, ...changes(call) } });
    },
    [put],
  );
  return {
    open,
    change,
    current: () => now.current,
    start(memberId: string | undefined, id: Promise<string | undefined>) {
      const fresh = { memberId, delegateId: undefined, deeds: NO_DEEDS, chosen: undefined };
      put({ id, call: { beganAt: readNow(), ...fresh } });
    },
    clear: () => put(undefined),
  };
}

/** Writes calls to the server's log, and remembers those that it could not write. */
function useKeeping() {
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run: openRemote } = useCommand("openCall");
  const { run: closeRemote } = usePlainCommand("closeCall");
  const [unkept, setUnkept] = useState<readonly Ending[]>([]);
  const begin = async (memberId: string | undefined): Promise<string | undefined> => {
    const result = await openRemote({ params: { tenant }, body: memberId === undefined ? {} : { memberId } });
    return result.ok ? result.value.callId : undefined;
  };
  const close = async (ending: Ending): Promise<boolean> => {
    const callId = (await ending.id) ?? (await begin(ending.memberId));
    if (callId === undefined) return false;
    const result = await closeRemote({ params: { tenant, callId }, body: ending.body });
    await readAgain("listCalls");
    return result.ok;
  };
  const keep = (ending: Ending) =>
    void close(ending).then((isKept) => !isKept && setUnkept((all) => [...all, ending]));
  return {
    begin,
    keep,
    unkept: unkept.length,
    keepAgain() {
      setUnkept([]);
      for (const ending of unkept) keep(ending);
    },
  };
}

const outcomeOf = ({ chosen, deeds }: OpenCall): CallOutcome => chosen ?? suggestedOutcome(deeds);

function endOf(call: OpenCall): CallEnd {
  const { memberId, delegateId, deeds } = call;
  return {
    outcome: outcomeOf(call),
    ...(memberId !== undefined && { memberId }),
    ...(delegateId !== undefined && { delegateId }),
    bookingIds: [...new Set([...deeds.booked, ...deeds.changed, ...deeds.cancelled])].slice(0, 20),
    doubts: [...deeds.doubts],
  };
}
