import type { Drawn, Given, Matter, World } from "@noriai/booking";
import { sha256 } from "./fingerprint.ts";

/** One line of the decision log of a service date. */
export interface LoggedDecision {
  /** Counts from 1 without gaps. */
  readonly no: number;
  readonly kind: Matter["kind"];
  readonly decidedAt: number;
  /** JSON of `GivenJson`. */
  readonly given: string;
  readonly groundsSha256: string;
  /** Which engine decided: the hash of its source. */
  readonly engine: string;
  /** Of the plan after it; a refusal leaves it as it was. */
  readonly version: number;
  readonly planSha256: string;
  readonly changesSha256: string;
  /** Of this line and the chain before it, so that no line can be altered, moved or taken out unseen. */
  readonly chainSha256: string;
}

/** What a decision was given, without what its grounds say. */
export interface GivenJson {
  readonly matter: Matter;
  /** The plain values of the world, such as the present. */
  readonly world: Omit<World, "service" | "travel" | "newId" | "random" | "findMember">;
  readonly drawn: Drawn;
}

/** Plain data for the log. A reason somebody typed decides nothing and may name a person: it is left out. */
export function givenJson({ matter, world, drawn }: Given): string {
  const { service: _, travel: _t, newId: _n, random: _r, findMember: _f, ...plain } = world;
  const logged = matter.kind === "cancel" ? { ...matter, reason: "" } : matter;
  return JSON.stringify({ matter: logged, world: plain, drawn } satisfies GivenJson);
}

/** @param before  the chain of the line before; empty for the first */
export function chainSha256(before: string, line: Omit<LoggedDecision, "chainSha256">): string {
  const { no, kind, decidedAt, given, groundsSha256, engine, version, planSha256, changesSha256 } = line;
  return sha256(
    JSON.stringify([
      before,
      no,
      kind,
      decidedAt,
      given,
      groundsSha256,
      engine,
      version,
      planSha256,
      changesSha256,
    ]),
  );
}
