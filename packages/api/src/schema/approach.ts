import { z } from "zod";
import { id, instant, position, seconds } from "./basics.ts";

/** Why a vehicle comes at another time than first planned. */
export const approachReason = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("reported"),
    cause: z.enum(["traffic", "weather", "boarding", "vehicle", "other"]),
  }),
  z.object({ kind: z.literal("on-the-road") }),
  z.object({ kind: z.literal("at-a-stop") }),
  z.object({ kind: z.literal("other-vehicle") }),
  z.object({ kind: z.literal("others-aboard") }),
]);

/** 接近: where a rider's vehicle is, and between when it comes; aboard, between when it arrives. Nothing of others. */
export const approach = z.object({
  asOf: instant,
  stage: z.enum(["planned", "coming", "here", "riding"]),
  vehicleId: id,
  from: instant.describe("never before the promised pickup"),
  to: instant,
  lateBy: seconds.describe("later than promised; 0 while the promise holds"),
  stopsBefore: z.int().describe("other stops that the vehicle serves first"),
  reason: approachReason.nullable(),
  signal: z
    .enum(["far-ahead", "live", "old", "none"])
    .describe("far-ahead: too early to show it; none: it should be heard of and is not"),
  heardOf: position.extend({ at: instant }).nullable(),
});
