import { fail, ok, type ServiceDate, type StopId, serviceDateOf } from "@noriai/kernel";
import type { Call, Handler, Outcome } from "../call.ts";
import { WORDS } from "../messages.ts";
import { plainJpeg } from "../plain-jpeg.ts";
import { hasStop } from "./stop-tasks.ts";

/** The photo of a stop's place, for everybody. */
export const getStopPhoto: Handler<"getStopPhoto"> = async ({ world, town, params }) => {
  const photo = await world.store.inTenant(town.tenant.id, (tx) => tx.findStopPhoto(params.stopId as StopId));
  if (photo === undefined) return fail({ kind: "not-found" });
  const headers = { "Content-Type": "image/jpeg", "Cache-Control": "public, max-age=300" };
  return ok({ raw: new Response(new Uint8Array(photo.picture), { headers }) });
};

/** A new photo takes the place of the old one, and stands in the placement record. What tells of its taking is left out. */
export const saveStopPhoto: Handler<"saveStopPhoto"> = async (call) => {
  const { world, town, who, params, body, now } = call;
  const stopId = params.stopId as StopId;
  if (!hasStop(town, stopId)) return fail({ kind: "not-found" });
  const { field } = WORDS[call.language];
  const takenOn = body.takenOn as ServiceDate;
  if (takenOn > serviceDateOf(now, town.service.timeZone)) return wrong("takenOn", field.dateAhead);
  const picture = plainJpeg(Buffer.from(body.picture, "base64"));
  if (picture === undefined) return wrong("picture", field.notJpeg);
  await world.store.inTenant(who.tenant, (tx) =>
    tx.saveStopPhoto({ stopId, takenOn, picture, words: body.words }, { by: who.actor, now }),
  );
  return ok({ body: null });
};

const wrong = (name: keyof Call<"saveStopPhoto">["body"], message: string): Outcome<"saveStopPhoto"> =>
  fail({ kind: "invalid-input", fields: [{ name, message }] });

export const removeStopPhoto: Handler<"removeStopPhoto"> = async ({ world, who, params, now }) => {
  const wasThere = await world.store.inTenant(who.tenant, (tx) =>
    tx.removeStopPhoto(params.stopId as StopId, { by: who.actor, now }),
  );
  return wasThere ? ok({ body: null }) : fail({ kind: "not-found" });
};
