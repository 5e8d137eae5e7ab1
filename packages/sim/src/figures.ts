import { parseInstant } from "@noriai/kernel";
import type { Journal, Note, ToldTimes } from "./journal.ts";

/** What came of a day, counted from what everybody was told. */
export interface DayFigures {
  readonly asked: { readonly web: number; readonly phone: number };
  readonly calls: number;
  readonly offered: number;
  readonly confirmed: number;
  readonly refusedBy: Readonly<Record<string, number>>;
  readonly declined: number;
  readonly changed: number;
  readonly cancelled: number;
  readonly noShows: number;
  readonly ridesCarried: number;
  readonly faresTaken: number;
  readonly toldLate: number;
  /** Rides that boarded or arrived later than they were told last. */
  readonly brokenPromises: readonly string[];
  /** Arrived late because the vehicle waited in vain for others, or stood in a jam, while they sat in it; their driver told them. */
  readonly lateAboard: readonly string[];
  readonly notPossible: Readonly<Record<string, number>>;
  readonly stepsRefused: Readonly<Record<string, number>>;
  readonly errors: readonly string[];
  readonly answers: {
    readonly count: number;
    readonly p50Ms: number;
    readonly p99Ms: number;
    readonly mostMs: number;
  };
  readonly callerWaitedMost: number;
}

type Kind = Note["kind"];
type Of<K extends Kind> = Extract<Note, { kind: K }>;

export function figuresOf({ notes, answers }: Pick<Journal, "notes" | "answers">): DayFigures {
  const of = <K extends Kind>(kind: K) => notes.filter((note): note is Of<K> => note.kind === kind);
  const count = (kind: Kind): number => of(kind).length;
  const asked = of("asked") as readonly { channel: string }[];
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    asked: {
      web: asked.filter(({ channel }) => channel === "web").length,
      phone: asked.filter(({ channel }) => channel === "phone").length,
    },
    calls: count("called"),
    offered: count("offered"),
    confirmed: count("confirmed"),
    refusedBy: countBy(of("refused").map(({ because }) => because)),
    declined: count("declined"),
    changed: count("changed"),
    cancelled: count("cancelled"),
    noShows: count("no-show"),
    ridesCarried: count("alighted"),
    faresTaken: count("fare"),
    toldLate: new Set(of("told-late").map(({ booking }) => booking)).size,
    ...latenessIn(notes),
    notPossible: countBy(of("not-possible").map(({ route, because }) => `${route}: ${because}`)),
    stepsRefused: countBy(of("step-refused").map(({ step, because }) => `${step}: ${because}`)),
    errors: of("error").map(({ route, status, problem }) => `${route} ${status} ${problem}`),
    answers: {
      count: times.length,
      p50Ms: Math.round(percentile(times, 50)),
      p99Ms: Math.round(percentile(times, 99)),
      mostMs: Math.round(times.at(-1) ?? 0),
    },
    callerWaitedMost: Math.max(0, ...of("called").map(({ waited }) => waited)),
  };
}

/** Compares the times that riders were told last, by promise or by a call, with when they boarded and arrived. */
function latenessIn(notes: readonly Note[]): Pick<DayFigures, "brokenPromises" | "lateAboard"> {
  const told = new Map<string, ToldTimes>();
  const aboard = new Set<string>();
  const heldUp = new Set<string>();
  const late = { brokenPromises: [] as string[], lateAboard: [] as string[] };
  for (const note of notes) {
    if (note.kind === "confirmed") told.set(note.booking.id, note.booking.promise);
    if (note.kind === "told-late") told.set(note.booking, note.tell);
    if (note.kind === "no-show" || note.kind === "jam") for (const id of aboard) heldUp.add(id);
    if (note.kind !== "boarded" && note.kind !== "alighted") continue;
    const { booking: id, kind } = note;
    if (kind === "boarded") aboard.add(id);
    else aboard.delete(id);
    const times = told.get(id);
    const seconds = times === undefined ? 0 : lateBy(times, note);
    if (seconds <= 0) continue;
    const list = kind === "alighted" && heldUp.has(id) ? late.lateAboard : late.brokenPromises;
    list.push(`${kind} ${seconds} s late: ${id}`);
  }
  return late;
}

const lateBy = ({ pickupTo, arriveBy }: ToldTimes, { kind, at }: Pick<Note, "kind" | "at">): number =>
  at - parseInstant(kind === "boarded" ? pickupTo : arriveBy)!;

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  const groups = Map.groupBy(names, (name) => name);
  return Object.fromEntries(
    [...groups].map(([name, all]) => [name, all.length]).sort(([a], [b]) => (a! < b! ? -1 : 1)),
  );
}

/** Nearest rank. */
const percentile = (sorted: readonly number[], percent: number): number =>
  sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
