import { fail, ok } from "@noriai/kernel";
import type { Handler } from "../call.ts";
import { worldOf } from "./public.ts";

/** Starts or stops the players of the demo town. */
export const setLife: Handler<"setLife"> = async ({ world, body }) => {
  const { demoLife } = world;
  if (demoLife === undefined) return fail({ kind: "not-found" });
  if (body.action === "start") await demoLife.start(body.rate);
  else await demoLife.stop();
  return ok({ body: await worldOf(world) });
};
