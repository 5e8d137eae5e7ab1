import type { Answer, RouteName, World } from "@noriai/api";
import type { Request } from "../client.ts";
import { deviceMs, randomBytes } from "../world.ts";
import type { Place, SealedStore } from "./sealed-store.ts";
import { worldAfter } from "./world-after.ts";

/**
 * Which answers the device keeps for when there is no network: `public` ones are for everybody, `personal` ones are
 * forgotten when the session ends.
 */
const KEPT: { readonly [N in RouteName]?: "public" | "personal" } = {
  getWorld: "public",
  getService: "public",
  getSession: "personal",
  listMyBookings: "personal",
  listHelpedBookings: "personal",
  getMyShift: "personal",
  getDutySheet: "personal",
  getMyDutyLine: "personal",
  listDutyMessages: "personal",
  getMyApproach: "personal",
};

const EVERYBODY = "everybody";
let opened: Promise<SealedStore> | undefined;
/** The store is fetched when there is something to keep: no page waits for it. Out of reach, nothing is kept. */
const store = (): Promise<SealedStore> => {
  opened ??= import("./sealed-store.ts").then(
    ({ createSealedStore }) => createSealedStore({ database: "noriai-kept", random: randomBytes, deviceMs }),
    () => {
      opened = undefined;
      return NOWHERE;
    },
  );
  return opened;
};
const NOWHERE: SealedStore = {
  keep: async () => {},
  read: async () => undefined,
  forget: async () => {},
};
/** Grows when a tenant's room is forgotten: an answer that was asked for before then is not kept any more. */
const forgotten = new Map<string, number>();

/** An answer as the device kept it, made fit for the present time. */
export interface KeptAnswer<N extends RouteName> {
  readonly answer: Answer<N>;
  readonly keptAtMs: number;
  /** Its age matters to its reader: the town and who is signed in hardly change. */
  readonly isDated: boolean;
}

/** Begins a read: what is returned keeps its answer, unless the session has ended in between. */
export function keeperOf<N extends RouteName>(
  name: N,
  request: Request<N>,
): (answer: Answer<N>) => Promise<void> {
  const place = placeOf(name, request);
  if (place === undefined) return async () => {};
  const began = forgotten.get(place.room);
  return async (answer) => {
    if (forgotten.get(place.room) !== began) return;
    if (name === "getSession") await forgetIfOther(place, answer as Answer<"getSession">);
    await (await store()).keep(place, answer);
    if (forgotten.get(place.room) !== began) await (await store()).forget(place.room);
  };
}

export async function keptAnswer<N extends RouteName>(
  name: N,
  request: Request<N>,
): Promise<KeptAnswer<N> | undefined> {
  const place = placeOf(name, request);
  const kept = place && (await (await store()).read(place));
  if (kept === undefined) return undefined;
  const { value, keptAtMs } = kept;
  const answer = name === "getWorld" ? worldAfter(value as World, deviceMs() - keptAtMs) : value;
  const isDated = KEPT[name] === "personal" && name !== "getSession";
  return { answer: answer as Answer<N>, keptAtMs, isDated };
}

/** Nobody is signed in at this tenant any more. */
export async function forgetPersonal(tenant: string): Promise<void> {
  forgotten.set(tenant, (forgotten.get(tenant) ?? 0) + 1);
  await (await store()).forget(tenant);
}

/** Somebody else has signed in: what was the former one's is not shown to them. */
async function forgetIfOther(place: Place, session: Answer<"getSession">): Promise<void> {
  const former = (await (await store()).read(place))?.value as Answer<"getSession"> | undefined;
  if (former !== undefined && whoIs(former) !== whoIs(session)) await (await store()).forget(place.room);
}

const whoIs = ({ role, memberId, vehicleId, displayName }: Answer<"getSession">): string =>
  JSON.stringify([role, memberId, vehicleId, displayName]);

function placeOf<N extends RouteName>(name: N, request: Request<N>): Place | undefined {
  const whose = KEPT[name];
  if (whose === undefined) return undefined;
  const { params } = request as { readonly params?: { readonly tenant?: string } };
  const room = whose === "public" ? EVERYBODY : (params?.tenant ?? EVERYBODY);
  return { room, name: JSON.stringify([name, request]) };
}
