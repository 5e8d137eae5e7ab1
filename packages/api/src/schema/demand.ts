import { z } from "zod";
import { id, instant, seconds, serviceDate } from "./basics.ts";

/** A number as it may be told: `few` is 1 to 4, `hidden` one that would give a small one away. */
const shown = z.union([z.int(), z.enum(["few", "hidden"])]);

const permille = z.int().min(0).max(1000);

/** Means are told of five and more. */
const mean = z.object({ mean: seconds, ninetieth: seconds.describe("nine of ten were at most this") });

const figures = z.object({
  asked: shown.describe("accepted + refused + abandoned"),
  accepted: shown,
  refused: shown,
  abandoned: shown,
  acceptance: z
    .object({ fromPermille: permille, toPermille: permille })
    .nullable()
    .describe("accepted in thousandths of asked; a range where a part may not be told"),
  shift: mean.nullable().describe("how far what was promised lies from what was wished for"),
  wait: mean.nullable().describe("from the beginning of the promised window to boarding"),
});

const fairnessTable = z.object({
  kind: z.enum(["table", "too-few"]),
  rows: z.array(figures.extend({ key: z.string() })),
  others: figures.nullable().describe("all groups of fewer than five wishes together"),
});

const others = shown.nullable().describe("all groups of fewer than five together");

/** Demand that was not met, and whether everybody is served alike. Nothing in it tells of one person. */
export const demand = z.object({
  from: serviceDate,
  to: serviceDate,
  projectName: z.string(),
  least: z.int().describe("smaller numbers are not told"),
  refused: shown,
  abandoned: shown,
  left: shown.describe("searches that were left before anything was asked for"),
  byHour: z.object({ rows: z.array(z.object({ hour: z.int(), count: z.int() })), others }),
  byPair: z.object({ rows: z.array(z.object({ from: id, to: id, count: z.int() })), others }),
  byReason: z.object({ rows: z.array(z.object({ reason: z.string(), count: z.int() })), others }),
  fairness: z.object({
    total: figures,
    afterRefusal: shown.describe("accepted after at least one refusal"),
    byChannel: fairnessTable,
    byClass: fairnessTable,
    byWheelchair: fairnessTable,
    byArea: fairnessTable.describe("by the standard area mesh (JIS X 0410) of the boarding stop"),
    areas: z.record(z.string(), z.array(id)).describe("the stops in each mesh"),
  }),
});

/** A search without its searcher. */
export const leftSearch = z.object({
  from: id,
  to: id,
  serviceDate,
  wishedAt: instant.optional(),
  asked: z.boolean().describe("it was taken up again and asked for"),
});
