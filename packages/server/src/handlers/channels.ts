import type { Answer } from "@noriai/api";
import { type ChannelId, fail, type MemberId, ok, type Result } from "@noriai/kernel";
import type { MemberChannel, NewChannel } from "@noriai/store";
import type { Call, Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import type { Language } from "../http/language.ts";
import { WORDS } from "../messages.ts";
import { DEMO_WAYS, NO_WAYS } from "../notify/way.ts";
import { isPushService } from "../notify/ways/push.ts";
import type { ServerWorld } from "../server-world.ts";
import type { Trouble } from "../trouble.ts";
import { ownAddress } from "./address-codes.ts";

/** By which ways a member is told. An account that is no member's has none. */
export const listMyChannels: Handler<"listMyChannels"> = async (call) => list(call, call.who.account.member);
/** At an address only that a code has shown to be the rider's own. */
export const addMyChannel: Handler<"addMyChannel"> = async (call) => {
  const { world, body, who } = call;
  const { member } = who.account;
  if (body.means === "push") return add({ ...call, body }, member);
  const { means, language } = body;
  const address = await world.store.inTenant(who.tenant, (tx) =>
    ownAddress(call, tx, { proof: body, means }),
  );
  if (!address.ok) return address;
  return add({ ...call, body: { means, language, address: address.value } }, member);
};
export const removeMyChannel: Handler<"removeMyChannel"> = async (call) =>
  remove(call, call.who.account.member, call.params.channelId);

export const listMemberChannels: Handler<"listMemberChannels"> = async (call) =>
  list(call, await knownMember(call, call.params.memberId));
export const addMemberChannel: Handler<"addMemberChannel"> = async (call) =>
  add(call, await knownMember(call, call.params.memberId));
export const removeMemberChannel: Handler<"removeMemberChannel"> = async (call) =>
  remove(call, call.params.memberId as MemberId, call.params.channelId);

async function knownMember({ world, who }: StaffCall, id: string): Promise<MemberId | undefined> {
  return world.store.inTenant(who.tenant, async (tx) => (await tx.findMember(id as MemberId))?.id);
}

const NOT_FOUND = fail<Trouble>({ kind: "not-found" });

async function list(
  { world, who, now }: StaffCall,
  memberId: MemberId | undefined,
): Promise<Result<{ readonly body: Answer<"listMyChannels"> }, Trouble>> {
  if (memberId === undefined) return NOT_FOUND;
  const access = { by: who.actor, now, purpose: "operation" } as const;
  const channels = await world.store.inTenant(who.tenant, (tx) => tx.listChannels(memberId, access));
  return ok({ body: { channels: channels.map(presentChannel), offered: offeredBy(world) } });
}

/** In the demo everything can be tried, because nothing leaves; a browser needs a push service for its part. */
export function offeredBy({ mode, notifier }: ServerWorld): Answer<"listMyChannels">["offered"] {
  const { keepsAll, by, pushKey } = notifier?.ways ?? (mode === "demo" ? DEMO_WAYS : NO_WAYS);
  return {
    email: keepsAll || by.email !== undefined,
    sms: keepsAll || by.sms !== undefined,
    pushKey: pushKey ?? null,
  };
}

async function add(
  {
    world,
    who,
    now,
    body,
    language,
  }: StaffCall & { readonly body: NewChannelBody; readonly language: Language },
  memberId: MemberId | undefined,
): Promise<Result<{ readonly body: Answer<"addMyChannel"> }, Trouble>> {
  if (memberId === undefined) return NOT_FOUND;
  if (body.means === "push" && !isPushService(body.subscription.endpoint)) {
    const message = WORDS[language].field.fallback;
    return fail({ kind: "invalid-input", fields: [{ name: "subscription.endpoint", message }] });
  }
  const channel = { memberId, ...addressOf(body) };
  const added = await world.store.inTenant(who.tenant, (tx) =>
    tx.addChannel(channel, { by: who.actor, now }),
  );
  return ok({ body: presentChannel(added) });
}

type NewChannelBody = Call<"addMemberChannel">["body"];

const addressOf = (body: NewChannelBody): Omit<NewChannel, "memberId"> =>
  body.means === "push"
    ? { means: body.means, language: body.language, address: JSON.stringify(body.subscription) }
    : { means: body.means, language: body.language, address: body.address };

async function remove(
  { world, who, now }: StaffCall,
  memberId: MemberId | undefined,
  channelId: string,
): Promise<Result<{ readonly body: null }, Trouble>> {
  if (memberId === undefined) return NOT_FOUND;
  const channel = { memberId, id: channelId as ChannelId };
  const isGone = await world.store.inTenant(who.tenant, (tx) =>
    tx.removeChannel(channel, { by: who.actor, now }),
  );
  return isGone ? ok({ body: null }) : NOT_FOUND;
}

export const presentChannel = ({ id, means, address, language }: MemberChannel): Answer<"addMyChannel"> => ({
  ...{ id, means, language },
  address: means === "push" ? new URL(JSON.parse(address).endpoint).host : address,
});
