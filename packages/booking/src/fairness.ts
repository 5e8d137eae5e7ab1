import { type Seconds, type StopId, seconds } from "@noriai/kernel";
import { meshOf } from "./fairness-area.ts";
import { shownCells, shownRow } from "./fairness-small-cells.ts";
import { FARE_CLASSES, type FareClass, type Party } from "./fare-class.ts";
import type { Channel, Service } from "./service.ts";
import type { BoardingRecord } from "./service-report.ts";
import { LEAST_SHOWN, type Shown, shown } from "./unmet-small-counts.ts";
import type { AskedWish } from "./unmet-wishes.ts";

/**
 * Is everybody served alike (公平性)? Acceptance and waiting by channel, fare class, wheelchair and area. Wishes that are
 * still open are not counted: accepted + refused + abandoned = asked.
 */
export interface Fairness {
  readonly total: FairnessFigures;
  /** Accepted after at least one refusal: at another time or stop. */
  readonly afterRefusal: Shown;
  readonly byChannel: FairnessTable<Channel>;
  readonly byClass: FairnessTable<FareClass | "mixed">;
  readonly byWheelchair: FairnessTable<"with" | "without">;
  /** By the standard area mesh of the boarding stop. */
  readonly byArea: FairnessTable<string>;
}

/** Rows of groups with five wishes and more, the largest first; absent rows stand in `others`. */
export type FairnessTable<Key> =
  | {
      readonly kind: "table";
      readonly rows: readonly (FairnessFigures & { readonly key: Key })[];
      readonly others?: FairnessFigures;
    }
  | { readonly kind: "too-few" };

export interface FairnessFigures {
  readonly asked: Shown;
  readonly accepted: Shown;
  readonly refused: Shown;
  readonly abandoned: Shown;
  /** Thousandths of the asked that were accepted (成立率), between these two; nothing where nobody may know. */
  readonly acceptance?: { readonly fromPermille: number; readonly toPermille: number };
  /** How far what was promised lies from what was wished for (希望とのずれ), mean over the accepted. */
  readonly shift?: Mean;
  /** From the beginning of the promised window to boarding (乗り場での待ち), mean over the rides. */
  readonly wait?: Mean;
}

export interface Mean {
  readonly mean: Seconds;
  /** Nine of ten were at most this. */
  readonly ninetieth: Seconds;
}

interface Served {
  readonly wishes: readonly AskedWish[];
  readonly records: readonly BoardingRecord[];
}

export function fairness({
  service,
  wishes,
  records,
}: Served & { readonly service: Pick<Service, "stops"> }): Fairness {
  const served = { wishes: wishes.filter(({ outcome }) => outcome !== "open"), records };
  const meshes = new Map(service.stops.map(({ id, position }) => [id, meshOf(position)]));
  const areaOf = ({ from }: { readonly from: StopId }) => meshes.get(from) ?? "";
  const total = totalOf(served);
  const table = <Key extends string>(keyOf: (ride: Ride) => Key) => tableBy(served, total, keyOf);
  return {
    total,
    afterRefusal: shown(wishes.filter((wish) => wish.outcome === "accepted" && wish.afterRefusal).length),
    byChannel: table(({ channel }) => channel),
    byClass: table(({ party }) => classOf(party)),
    byWheelchair: table(({ wheelchairs }) => (wheelchairs > 0 ? "with" : "without")),
    byArea: table(areaOf),
  };
}

/** What wishes and boarding records have in common. */
type Ride = Pick<AskedWish["request"] & BoardingRecord, "channel" | "party" | "wheelchairs" | "from">;

/** The class of a party whose members all pay alike. */
function classOf(party: Party): FareClass | "mixed" {
  const classes = FARE_CLASSES.filter((fareClass) => party[fareClass] > 0);
  return classes.length === 1 ? classes[0]! : "mixed";
}

const OUTCOMES = ["accepted", "refused", "abandoned"] as const;

const countsOf = (wishes: readonly AskedWish[]): readonly number[] =>
  OUTCOMES.map((outcome) => wishes.filter((wish) => wish.outcome === outcome).length);

function totalOf(served: Served): FairnessFigures {
  const counts = countsOf(served.wishes);
  const few = served.wishes.length < LEAST_SHOWN && served.wishes.length > 0;
  return figuresOf(served, few ? counts.map(() => "hidden") : shownRow(counts));
}

interface Group<Key> extends Served {
  readonly key: Key;
}

function tableBy<Key extends string>(
  served: Served,
  total: FairnessFigures,
  keyOf: (ride: Ride) => Key,
): FairnessTable<Key> {
  if (typeof total.asked !== "number") return { kind: "too-few" };
  const groups = groupsOf(served, keyOf);
  const listed = groups.filter(({ wishes }) => wishes.length >= LEAST_SHOWN);
  const merged = groups.slice(listed.length);
  const sizeOf = (some: readonly Served[]) => some.reduce((sum, { wishes }) => sum + wishes.length, 0);
  while (merged.length > 0 && sizeOf(merged) < LEAST_SHOWN && listed.length > 0) merged.push(listed.pop()!);
  const others: Served | undefined =
    merged.length === 0
      ? undefined
      : {
          wishes: merged.flatMap(({ wishes }) => wishes),
          records: merged.flatMap(({ records }) => records),
        };
  const all = others === undefined ? listed : [...listed, others];
  const cells = shownCells(
    all.map(({ wishes }) => countsOf(wishes)),
    OUTCOMES.map((outcome) => total[outcome]),
  );
  if (cells === undefined) return { kind: "too-few" };
  return {
    kind: "table",
    rows: listed.map((group, k) => ({ key: group.key, ...figuresOf(group, cells[k]!) })),
    ...(others && { others: figuresOf(others, cells.at(-1)!) }),
  };
}

/** Groups by what is asked for, the largest first. */
function groupsOf<Key extends string>(
  { wishes, records }: Served,
  keyOf: (ride: Ride) => Key,
): readonly Group<Key>[] {
  const rides = Map.groupBy(records, keyOf);
  return [...Map.groupBy(wishes, ({ request }) => keyOf(request)).entries()]
    .map(([key, own]) => ({ key, wishes: own, records: rides.get(key) ?? [] }))
    .sort((a, b) => b.wishes.length - a.wishes.length || (a.key < b.key ? -1 : 1));
}

function figuresOf({ wishes, records }: Served, cells: readonly Shown[]): FairnessFigures {
  const [accepted, refused, abandoned] = cells as readonly [Shown, Shown, Shown];
  const acceptance = acceptanceOf(wishes.length, { accepted, refused, abandoned });
  const shift = meanOf(wishes.flatMap(shiftOf));
  const wait = meanOf(records.flatMap(waitOf));
  return {
    asked: shown(wishes.length),
    ...{ accepted, refused, abandoned },
    ...(acceptance && { acceptance }),
    ...(shift && { shift }),
    ...(wait && { wait }),
  };
}

/** What the told numbers allow to know of the rate. */
function acceptanceOf(
  asked: number,
  { accepted, refused, abandoned }: Readonly<Record<(typeof OUTCOMES)[number], Shown>>,
): FairnessFigures["acceptance"] {
  if (asked < LEAST_SHOWN) return undefined;
  const permille = (count: number) => Math.floor((count * 1000) / asked);
  if (typeof accepted === "number")
    return { fromPermille: permille(accepted), toPermille: permille(accepted) };
  if (accepted === "few") return { fromPermille: permille(1), toPermille: permille(LEAST_SHOWN - 1) };
  if (refused === "hidden" || abandoned === "hidden") return undefined;
  const least = (cell: number | "few") => (cell === "few" ? 1 : cell);
  const most = (cell: number | "few") => (cell === "few" ? LEAST_SHOWN - 1 : cell);
  return {
    fromPermille: permille(asked - most(refused) - most(abandoned)),
    toPermille: permille(asked - least(refused) - least(abandoned)),
  };
}

function shiftOf(wish: AskedWish): readonly number[] {
  if (wish.outcome !== "accepted") return [];
  const { mode, at } = wish.request.time;
  return [Math.abs((mode === "depart" ? wish.promise.pickupFrom : wish.promise.arriveBy) - at)];
}

const waitOf = ({ boardedAt, promisedPickupFrom }: BoardingRecord): readonly number[] =>
  boardedAt === undefined ? [] : [Math.max(0, boardedAt - promisedPickupFrom)];

/** Of five and more. */
function meanOf(values: readonly number[]): Mean | undefined {
  if (values.length < LEAST_SHOWN) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  return {
    mean: seconds(Math.round(sorted.reduce((sum, value) => sum + value, 0) / sorted.length)),
    ninetieth: seconds(sorted[Math.ceil(sorted.length * 0.9) - 1]!),
  };
}
