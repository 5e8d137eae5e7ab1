import { z } from "zod";
import { route } from "../route.ts";
import { id, serviceDate, tenantParams } from "../schema/basics.ts";
import { board, dutyLine, positions } from "../schema/board.ts";
import { instructionAnswer, instructionOn } from "../schema/instruction.ts";
import { CONSOLE, DISPATCHERS, T } from "./who.ts";

/** The day as it runs, and the dispatcher's hand in it. */
export const boardRoutes = {
  getBoard: route({
    method: "GET",
    path: `${T}/board`,
    summary: "The day of operation",
    access: CONSOLE,
    params: tenantParams,
    query: z.object({ date: serviceDate.optional() }),
    response: board,
  }),
  previewInstruction: route({
    method: "POST",
    path: `${T}/board/instructions/preview`,
    summary: "What an instruction would do to riders; nothing is changed",
    access: DISPATCHERS,
    params: tenantParams,
    body: instructionOn,
    response: instructionAnswer,
  }),
  giveInstruction: route({
    method: "POST",
    path: `${T}/board/instructions`,
    summary:
      "Change the plan by hand: vehicles out, back, added or changed, riders moved, pinned or waited for, stops closed; or take the last of these back",
    access: DISPATCHERS,
    params: tenantParams,
    body: instructionOn.extend({ version: z.int().min(0).describe("of the plan that was previewed") }),
    response: instructionAnswer,
    idempotent: true,
  }),
  getPositions: route({
    method: "GET",
    path: `${T}/board/positions`,
    summary: "Where the vehicles were last heard of on a day",
    access: CONSOLE,
    params: tenantParams,
    query: z.object({ date: serviceDate.optional() }),
    response: positions,
  }),
  getDutyLine: route({
    method: "GET",
    path: `${T}/board/duties/:dutyId/line`,
    summary: "The road path of a duty",
    access: CONSOLE,
    params: tenantParams.extend({ dutyId: id }),
    query: z.object({ date: serviceDate }),
    response: dutyLine,
  }),
} as const;
