import { newIntention, randomBytes } from "../../world.ts";
import type { DeviceEvent, DeviceLog } from "./device-log.ts";
import { createLogStore, type LogStore } from "./log-store.ts";

/** What this tablet has recorded and the server does not have. */
export interface DeviceState {
  /** Undefined until it has been read from the disk. */
  readonly log: DeviceLog | undefined;
  /** What could not be written to the disk: it is gone when the app is closed before it was sent. */
  readonly loose: readonly DeviceEvent[];
}

/** The log of one tenant on this tablet, for all windows of the app. Changes come one after the other. */
export interface DeviceRoom {
  readonly state: () => DeviceState;
  readonly subscribe: (hear: () => void) => () => void;
  readonly record: (event: DeviceEvent) => Promise<void>;
  readonly settle: (answer: { readonly takenIn: number; readonly forked: boolean }) => Promise<void>;
  readonly setClock: (by: number) => Promise<void>;
  /** Something loose has been sent all the same. */
  readonly letGo: (id: string) => void;
}

const rooms = new Map<string, DeviceRoom>();

export function deviceRoom(tenant: string): DeviceRoom {
  const known = rooms.get(tenant);
  if (known !== undefined) return known;
  const made = openRoom(
    createLogStore({ tenant, newId: newIntention, random: randomBytes }),
    new BroadcastChannel(`noriai-log ${tenant}`),
  );
  rooms.set(tenant, made);
  return made;
}

/** @param others  the other windows: each tells them when it has changed the disk */
export function openRoom(
  store: LogStore,
  others: Pick<BroadcastChannel, "postMessage" | "addEventListener">,
): DeviceRoom {
  let state: DeviceState = { log: undefined, loose: [] };
  let last: Promise<void> = Promise.resolve();
  const hearing = new Set<() => void>();
  const show = (next: Partial<DeviceState>) => {
    state = { ...state, ...next };
    for (const hear of hearing) hear();
  };
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work, work);
    return last;
  };
  /** Changes the disk; what fails there changes nothing. */
  const change = async (work: () => Promise<DeviceLog>): Promise<boolean> => {
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
    for (const event of state.loose) {
      if (!(await change(() => store.append(event)))) return;
      show({ loose: state.loose.filter(({ id }) => id !== event.id) });
    }
  };
  const load = () => inTurn(async () => show({ log: await store.load().catch(() => state.log ?? NOTHING) }));
  others.addEventListener("message", () => void load());
  void load();
  return {
    state: () => state,
    subscribe(hear) {
      hearing.add(hear);
      return () => void hearing.delete(hear);
    },
    record: (event) =>
      inTurn(async () => {
        await writeLoose();
        const isKept = state.loose.length === 0 && (await change(() => store.append(event)));
        if (!isKept) show({ loose: [...state.loose, event] });
      }),
    settle: (answer) => inTurn(async () => void (await change(() => store.settle(answer)))),
    setClock: (by) => inTurn(async () => void (await change(() => store.setClock(by)))),
    letGo: (id) => show({ loose: state.loose.filter((event) => event.id !== id) }),
  };
}

/** A browser that keeps nothing has no log: everything is loose. */
const NOTHING: DeviceLog = { id: "none", next: 1, unsent: [] };
