import { type Day, decide as decideToday, openDay, type World } from "@noriai/booking";
import { assert, type MemberId, type ServiceDate } from "@noriai/kernel";
import type { DecisionLog } from "../repositories/decisions.ts";
import { asStored } from "./as-stored.ts";
import { changesSha256, planSha256 } from "./fingerprint.ts";
import { readGrounds, type Standing } from "./grounds.ts";
import { chainSha256, type GivenJson, type LoggedDecision } from "./logged-decision.ts";

/** What deciding a day again from its log came to. Without mismatches every plan was the same, byte for byte. */
export interface Replay {
  readonly decisions: number;
  /** The engines that decided then, by the hash of their source. */
  readonly engines: readonly string[];
  readonly mismatches: readonly Mismatch[];
}

/** Where log, plans and this program's decisions do not agree. `no` counts the lines of the log. */
export type Mismatch =
  /** The date was begun before there was a log, or the beginning of the log is gone. */
  | { readonly kind: "log-begins-late"; readonly version: number }
  | { readonly kind: "line-missing"; readonly no: number }
  /** The line, or one before it, is not what was written. */
  | { readonly kind: "line-altered"; readonly no: number }
  | { readonly kind: "grounds-altered"; readonly no: number }
  | { readonly kind: "not-decidable"; readonly no: number; readonly because: string }
  | {
      readonly kind: "version-differs";
      readonly no: number;
      readonly logged: number;
      readonly replayed: number;
    }
  | { readonly kind: "plan-differs"; readonly no: number; readonly logged: string; readonly replayed: string }
  /** The same plan, but not the same booking, promise, fare or refusal. */
  | { readonly kind: "changes-differ"; readonly no: number }
  /** The plan that stands is not the one of the last line. */
  | { readonly kind: "stored-plan-differs"; readonly version: number };

/**
 * Decides a service date again, line by line from an empty day, and compares the plan after every decision with the
 * hash that was written then.
 *
 * @param stored  the day as it stands
 * @param decide  how to decide; tests put a faulty way here to see that it is noticed
 */
export function replayDay({
  serviceDate,
  log,
  stored,
  decide = decideToday,
}: {
  readonly serviceDate: ServiceDate;
  readonly log: DecisionLog;
  readonly stored: Day;
  readonly decide?: typeof decideToday;
}): Replay {
  const { lines } = log;
  const beginsLate = lateBeginning(lines[0], stored);
  if (beginsLate !== undefined) return { decisions: 0, engines: [], mismatches: [beginsLate] };
  const mismatches: Mismatch[] = [];
  const standings = new Map([...log.grounds].map(([hash, grounds]) => [hash, readGrounds(grounds)]));
  let day: Day | undefined;
  let chain = "";
  for (const [index, line] of lines.entries()) {
    const no = lines[index - 1] === undefined ? 1 : lines[index - 1]!.no + 1;
    if (line.no !== no) mismatches.push({ kind: "line-missing", no });
    if (chainSha256(chain, line) !== line.chainSha256) mismatches.push({ kind: "line-altered", no: line.no });
    chain = line.chainSha256;
    const standing = standings.get(line.groundsSha256);
    if (standing === undefined) {
      mismatches.push({ kind: "grounds-altered", no: line.no });
      continue;
    }
    // Until something stands on it, a date is what the service of that moment makes of it.
    const before = day === undefined || day.version === 0 ? openDay(standing.service, serviceDate) : day;
    const decided = decideLine({ line, standing, before, decide });
    day = asStored(decided.day);
    mismatches.push(...decided.mismatches);
  }
  const last = lines.at(-1);
  if (last !== undefined && !isStored(last, stored))
    mismatches.push({ kind: "stored-plan-differs", version: stored.version });
  return { decisions: lines.length, engines: [...new Set(lines.map(({ engine }) => engine))], mismatches };
}

function lateBeginning(first: LoggedDecision | undefined, stored: Day): Mismatch | undefined {
  const version = first?.version ?? stored.version + 1;
  return version > 1 ? { kind: "log-begins-late", version } : undefined;
}

/** A date on which nothing but refusals was decided has no plan yet. */
const isStored = ({ version, planSha256: hash }: LoggedDecision, stored: Day): boolean =>
  stored.version === version && (version === 0 || planSha256(stored.plan) === hash);

function decideLine({
  line,
  standing,
  before,
  decide,
}: {
  readonly line: LoggedDecision;
  readonly standing: Standing;
  readonly before: Day;
  readonly decide: typeof decideToday;
}): { readonly day: Day; readonly mismatches: readonly Mismatch[] } {
  const { no } = line;
  try {
    const given: GivenJson = JSON.parse(line.given);
    const { day: after, changes } = decide(worldOf(given, standing), before, given.matter);
    const isRefusal = changes.every(({ kind }) => kind === "request-refused");
    const day = isRefusal ? before : after;
    const replayed = planSha256(day.plan);
    if (day.version !== line.version)
      return {
        day,
        mismatches: [{ kind: "version-differs", no, logged: line.version, replayed: day.version }],
      };
    if (replayed !== line.planSha256)
      return { day, mismatches: [{ kind: "plan-differs", no, logged: line.planSha256, replayed }] };
    const isSame = changesSha256(changes) === line.changesSha256;
    return { day, mismatches: isSame ? [] : [{ kind: "changes-differ", no }] };
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    return { day: before, mismatches: [{ kind: "not-decidable", no, because }] };
  }
}

/** The world as it was: the same time, service and travel times, and the same draws in the same order. */
function worldOf({ world, drawn }: GivenJson, { service, travel }: Standing): World {
  const ids = drawn.ids.values();
  const chances = drawn.chances.values();
  return {
    ...world,
    service,
    travel,
    newId: () => next(ids, "id"),
    random: () => next(chances, "chance"),
    findMember(id: MemberId) {
      const isKnown = drawn.members[id];
      assert(isKnown !== undefined, "the decision looks up the members that it looked up then");
      return isKnown ? { id, birthDate: undefined, disability: undefined } : undefined;
    },
  };
}

function next<T>(drawn: Iterator<T>, what: string): T {
  const { done, value } = drawn.next();
  assert(done !== true, `the decision draws no more ${what}s than then`);
  return value;
}
