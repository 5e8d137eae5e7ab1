import { newIntention, randomBytes } from "../../world.ts";
import type { Correction } from "./clock-doubt.ts";
import {
  append,
  clockSet,
  type DeviceEvent,
  type DeviceLog,
  newLog,
  renumbered,
  settle,
  type Taken,
} from "./device-log.ts";
import { createLogStore, type LogStore } from "./log-store.ts";

/** What this tablet has recorded and the server does not have. */
export interface DeviceState {
  /** Undefined until it has been read from the disk. */
  readonly log: DeviceLog | undefined;
  /** A log in memory of what could not be written to the disk: it is gone when the app is closed before it was sent. */
  readonly loose: DeviceLog;
}

/** How much the server does not have yet. */
export const unsentIn = ({ log, loose }: DeviceState): number =>
  (log?.unsent.length ?? 0) + loose.unsent.length;

/** The log of one tenant on this tablet, for all windows of the app. Changes come one after the other. */
export interface DeviceRoom {
  readonly state: () => DeviceState;
  readonly subscribe: (hear: () => void) => () => void;
  readonly record: (event: DeviceEvent) => Promise<void>;
  /** Lets go of what the server has taken in, of the log to which it answered. */
  readonly settle: (answer: Taken) => Promise<void>;
  readonly setClock: (correction: Correction) => Promise<void>;
}

const rooms = new Map<string, DeviceRoom>();

export function deviceRoom(tenant: string): DeviceRoom {
  const known = rooms.get(tenant);
  if (known !== undefined) return known;
  const made = openRoom(
    createLogStore({ tenant, newId: newIntention, random: randomBytes }),
    new BroadcastChannel(`noriai-log ${tenant}`),
    newIntention,
  );
  rooms.set(tenant, made);
  // Asks the browser not to clear it away when the disk is short; without a yes it may.
  void navigator.storage?.persist?.().catch(() => false);
  return made;
}

type Others = Pick<BroadcastChannel, "postMessage" | "addEventListener">;

/** @param others  the other windows: each tells them when it has changed the disk */
export function openRoom(store: LogStore, others: Others, newId: () => string): DeviceRoom {
  const held = holdState(newLog(newId()));
  const disk = openDisk(store, others, { ...held, newId });
  const change = (work: (log: DeviceLog) => DeviceLog) => held.show({ loose: work(held.state().loose) });
  others.addEventListener("message", () => void disk.load());
  void disk.load();
  return {
    state: held.state,
    subscribe: held.subscribe,
    record: disk.record,
    async settle(answer) {
      if (answer.logId === held.state().loose.id) change((loose) => settle(loose, answer, newId()));
      else await disk.change(() => store.settle(answer));
    },
    setClock(correction) {
      // What found no room was recorded last: a mistake that began at some entry of the disk was in all of it.
      change((loose) => clockSet(loose, { ...correction, from: 1 }));
      return disk.change(() => store.setClock(correction));
    },
  };
}

interface Held extends Pick<DeviceRoom, "state" | "subscribe"> {
  readonly show: (next: Partial<DeviceState>) => void;
}

function holdState(loose: DeviceLog): Held {
  let state: DeviceState = { log: undefined, loose };
  const hearing = new Set<() => void>();
  return {
    state: () => state,
    show(next) {
      state = { ...state, ...next };
      for (const hear of hearing) hear();
    },
    subscribe(hear) {
      hearing.add(hear);
      return () => void hearing.delete(hear);
    },
  };
}

/** Changes the disk, one after the other; what fails there changes nothing. */
function openDisk(
  store: LogStore,
  others: Others,
  { state, show, newId }: Held & { readonly newId: () => string },
) {
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<unknown>): Promise<void> => {
    const done = async () => void (await work());
    last = last.then(done, done);
    return last;
  };
  const write = async (work: () => Promise<DeviceLog>): Promise<boolean> => {
    try {
      show({ log: await work() });
      others.postMessage("changed");
      return true;
    } catch {
      return false;
    }
  };
  /** In order: what waited for room on the disk comes first. */
  const writeLoose = async (): Promise<void> => {
    for (const { event, drift } of state().loose.unsent) {
      if (!(await write(() => store.append(event, drift)))) return;
      const left = state().loose.unsent.filter((other) => other.event.id !== event.id);
      show({ loose: renumbered(left, newId()) });
    }
  };
  return {
    load: () => inTurn(async () => show({ log: await store.load().catch(() => state().log ?? NOTHING) })),
    change: (work: () => Promise<DeviceLog>) => inTurn(() => write(work)),
    record: (event: DeviceEvent) =>
      inTurn(async () => {
        await writeLoose();
        const isKept = state().loose.unsent.length === 0 && (await write(() => store.append(event)));
        if (!isKept) show({ loose: append(state().loose, event) });
      }),
  };
}

/** A browser that keeps nothing has no log: everything is loose. */
const NOTHING: DeviceLog = { id: "none", next: 1, unsent: [] };
