import type { LiveEvent, RouteName } from "@noriai/api";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { inTurn } from "./in-turn.ts";
import { addressOf } from "./server.ts";

/** Which answers a topic makes old. */
export const STALE_BY: Readonly<Record<LiveEvent["topic"], readonly RouteName[]>> = {
  plan: [
    "getBoard",
    "getDelayList",
    "getDutySheet",
    "getDutyLine",
    "getMyDutyLine",
    "getMyShift",
    "listMyBookings",
    "getMyApproach",
    "listMemberBookings",
    "listMyWaiting",
    "listOpenReturns",
    "getOpenings",
    "listMemberWaiting",
    "getWaitingTasks",
    "getBookingHistory",
    "getBooking",
    "listBookings",
    "getMemberStanding",
    "getPastDay",
    "getReport",
    "getRunSheet",
    "listAudit",
  ],
  position: ["getPositions"],
  "terminal-state": ["listTerminalStates"],
  acknowledged: ["getBoard"],
  "delay-list": ["getDelayList", "getBoard"],
  "driver-messages": ["listDriverMessages", "listDutyMessages"],
  notices: ["listNotices"],
  call: ["listCalls"],
  waiting: ["getWaitingTasks"],
  intake: ["getIntake", "listIntakeStops", "listTouchedBookings"],
  stops: ["listStopTasks", "listPlacements", "listStopRecords", "getStopMoment"],
  conflicts: ["listConflicts", "listMyConflicts"],
  recurring: ["listRecurring", "listRecurringTasks"],
  crew: [
    "getCrewDay",
    "getMyShift",
    "getSession",
    "getDutySheet",
    "listDrivers",
    "listRollCalls",
    "listDutyRecords",
  ],
  terminals: ["getSession", "getTerminal", "listDevices"],
  clock: [
    "listOpenReturns",
    "getOpenings",
    "getStopMoment",
    "listMyWaiting",
    "getWaitingTasks",
    "listDriverMessages",
    "listDutyMessages",
    "listNotices",
    "listRecurring",
    "listRecurringTasks",
    "getWorld",
    "getService",
    "listMyBookings",
    "getMyApproach",
    "getDutySheet",
    "getMyShift",
    "getBoard",
    "getDelayList",
    "getPositions",
    "listTerminalStates",
  ],
};

const TOPICS = Object.keys(STALE_BY) as readonly LiveEvent["topic"][];
const ALL = [...new Set(Object.values(STALE_BY).flat())];
const AGAIN_MS = 3_000;

export type LiveState = "connecting" | "connected" | "lost";

/**
 * Follows a tenant's live updates while signed in and fetches again what they make old.
 *
 * A page reads before its stream is open. What changes in between is told first, since the stream begins where the
 * session's answer was, and everything else is read after that.
 *
 * The browser reconnects a broken stream by itself with Last-Event-ID; a stream that the server has closed for good is
 * opened anew, and then everything is fetched again, since events may have been missed.
 */
export function useLive(tenant: string, lastUpdateId: number | undefined): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  const after = useRef(lastUpdateId);
  after.current = lastUpdateId;
  const enabled = lastUpdateId !== undefined;
  useEffect(() => {
    if (!enabled) return;
    const line = openLine({
      address: () => addressOf("follow", { params: { tenant }, query: { after: after.current } }),
      refetch: fetchAgain(client),
      tell: setState,
    });
    const online = () => setState(line.isOpen() ? "connected" : "connecting");
    const offline = () => setState("lost");
    addEventListener("online", online);
    addEventListener("offline", offline);
    return () => {
      removeEventListener("online", online);
      removeEventListener("offline", offline);
      line.close();
    };
  }, [client, tenant, enabled]);
  return state;
}

/** A stream of live updates that is opened anew for as long as nobody closes it here. */
function openLine({
  address,
  refetch,
  tell,
}: {
  readonly address: () => string;
  readonly refetch: (names: readonly RouteName[]) => void;
  readonly tell: (state: LiveState) => void;
}) {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let missedSome = false;
  const open = () => {
    source = new EventSource(address());
    source.onopen = () => {
      tell("connected");
      if (missedSome) refetch(ALL);
      missedSome = false;
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const topic = topicOf(data);
      if (topic !== undefined) refetch(STALE_BY[topic]);
    };
    source.onerror = () => {
      tell("lost");
      if (source.readyState !== EventSource.CLOSED) return;
      refetch(["getSession"]); // closed by the server: perhaps nobody is signed in any more
      missedSome = true;
      timer = setTimeout(open, AGAIN_MS);
    };
  };
  open();
  return {
    isOpen: () => source.readyState === EventSource.OPEN,
    close() {
      clearTimeout(timer);
      source.close();
    },
  };
}

const fetchAgain = (client: QueryClient) =>
  inTurn<RouteName>((name) =>
    client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === name }),
  );

function topicOf(data: string): LiveEvent["topic"] | undefined {
  try {
    const { topic } = JSON.parse(data) as LiveEvent;
    return TOPICS.find((known) => known === topic);
  } catch {
    return undefined;
  }
}
