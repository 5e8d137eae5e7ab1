import type { Answer } from "@noriai/api";
import { phoneFrom } from "@noriai/booking";
import {
  type AccountId,
  type DriverMessageId,
  type DutyId,
  fail,
  ok,
  type ServiceDate,
  serviceDateOf,
} from "@noriai/kernel";
import type { DriverMessageRecord, TenantTransaction } from "@noriai/store";
import type { Call, Handler, Outcome } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { dutyNow } from "../duty-now.ts";
import { WORDS } from "../messages.ts";
import { writeIn } from "../present/trip.ts";
import { notPossible } from "../trouble.ts";

/** Messages of any date, so that a day that is over reads as it was. */
export const listDriverMessages: Handler<"listDriverMessages"> = async (call) => {
  const { world, who, query } = call;
  return world.store.inTenant(who.tenant, async (tx) => {
    const found = await tx.listDriverMessages(query.date as ServiceDate);
    return ok({ body: { messages: await presentAll(call, tx, found) } });
  });
};

/** To the terminal of a duty that the date has. 仕様書 5-(3)-② */
export const sendDriverMessage: Handler<"sendDriverMessage"> = async (call) => {
  const { world, town, who, body, language } = call;
  const serviceDate = body.serviceDate as ServiceDate;
  const dutyId = body.dutyId as DutyId;
  return world.store.inTenant(who.tenant, async (tx): Promise<Outcome<"sendDriverMessage">> => {
    const { duties } = await tx.loadDay(town.service, serviceDate);
    if (!duties.some(({ id }) => id === dutyId)) {
      const message = WORDS[language].field.noSuchDuty;
      return fail({ kind: "invalid-input", fields: [{ name: "dutyId", message }] });
    }
    const { priority, content } = body;
    return send(call, tx, { serviceDate, dutyId, to: "driver", priority, content });
  });
};

/** Sends, and remembers the answer for a repeat. */
async function send(
  call: Call<"sendDriverMessage"> | Call<"sendDutyMessage">,
  tx: TenantTransaction,
  message: Parameters<TenantTransaction["sendDriverMessage"]>[0],
) {
  const sent = await tx.sendDriverMessage(message, { by: call.who.actor, now: call.now });
  const [body] = await presentAll(call, tx, [sent]);
  const outcome = ok({ body: body! });
  await call.remember(tx, outcome);
  return outcome;
}

/** Somebody of the control room has read what a driver sent. */
export const readDriverMessage: Handler<"readDriverMessage"> = async ({ world, who, params, now }) =>
  world.store.inTenant(who.tenant, async (tx) => {
    const message = await tx.findDriverMessage(params.messageId as DriverMessageId);
    if (message?.to !== "office") return fail({ kind: "not-found" } as const);
    await tx.receiveDriverMessage(message.id, "read", { by: who.actor, now });
    return ok({ body: null });
  });

export const listDutyMessages: Handler<"listDutyMessages"> = async (call) =>
  call.world.store.inTenant(call.who.tenant, async (tx) =>
    ok({ body: { messages: await presentAll(call, tx, await ownMessages(call, tx)) } }),
  );

/** Of all the vehicle's duties of the day: what was sent to the morning's is not gone in the afternoon. */
export async function ownMessages(call: StaffCall, tx: TenantTransaction) {
  const serviceDate = serviceDateOf(call.now, call.town.service.timeZone);
  const { duties } = await tx.loadDay(call.town.service, serviceDate);
  const own = new Set(
    duties.filter(({ vehicleId }) => vehicleId === call.who.account.vehicle).map(({ id }) => id),
  );
  return (await tx.listDriverMessages(serviceDate)).filter(({ dutyId }) => own.has(dutyId));
}

export const sendDutyMessage: Handler<"sendDutyMessage"> = async (call) => {
  const { world, who, body } = call;
  return world.store.inTenant(who.tenant, async (tx) => {
    const { serviceDate, duty } = await dutyNow(call, tx);
    if (duty === undefined) return fail(notPossible({ kind: "off-duty" }));
    return send(call, tx, {
      ...{ serviceDate, dutyId: duty.id, to: "office", priority: "normal" },
      content: body.content,
    });
  });
};

/** The terminal showed a message, or the driver pressed 了解. Only what was sent to this vehicle today. */
export const receiveDutyMessage: Handler<"receiveDutyMessage"> = async (call) => {
  const { world, who, params, body, now } = call;
  return world.store.inTenant(who.tenant, async (tx) => {
    const message = (await ownMessages(call, tx)).find(({ id }) => id === params.messageId);
    if (message?.to !== "driver") return fail({ kind: "not-found" } as const);
    await tx.receiveDriverMessage(message.id, body.receipt, { by: who.actor, now });
    return ok({ body: null });
  });
};

type MessageJson = Answer<"listDriverMessages">["messages"][number];

/** With the names of the staff who sent and read. */
async function presentAll(
  { town }: Pick<StaffCall, "town">,
  tx: TenantTransaction,
  messages: readonly DriverMessageRecord[],
): Promise<MessageJson[]> {
  const write = writeIn(town.service.timeZone);
  const names = new Map<AccountId, string>();
  for (const id of new Set(messages.flatMap(({ sentBy, readBy }) => [sentBy, readBy])))
    if (id !== undefined) names.set(id, (await tx.findAccount(id))?.displayName ?? id);
  const nameOf = (id: AccountId | undefined) => (id && names.get(id)) ?? null;
  return messages.map((message) => {
    const { id, serviceDate, dutyId, to, priority, content, sentAt, sentBy, shownAt, readAt, readBy } =
      message;
    const phone = phoneFrom(message, town.service.standards);
    return {
      ...{ id, serviceDate, dutyId, to, priority, content },
      ...{ sentAt: write(sentAt), sentBy: nameOf(sentBy), readBy: nameOf(readBy) },
      shownAt: shownAt === undefined ? null : write(shownAt),
      readAt: readAt === undefined ? null : write(readAt),
      phoneFrom: phone === undefined ? null : write(phone),
    };
  });
}
