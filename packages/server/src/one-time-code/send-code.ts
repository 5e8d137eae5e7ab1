import type { CodeId } from "@noriai/kernel";
import type { CodeAddress, NoticeLanguage } from "@noriai/store";
import { describeError } from "../log.ts";
import { DEMO_WAYS, NO_WAYS, type Posted, type Ways } from "../notify/way.ts";
import type { ServerWorld } from "../server-world.ts";
import type { CodeCall } from "./issue-code.ts";
import { wordCode } from "./word-code.ts";

/** A code on its way to an address. */
export interface CodeLetter {
  readonly codeId: CodeId;
  readonly code: string;
  readonly address: CodeAddress;
  readonly language: NoticeLanguage;
}

const GOOD_FOR_SECONDS = 600;
const ATTEMPTS = 2;

/**
 * Sends a code; in the demo keeps what would be sent. Nobody waits for it, so that no answer tells by its time whether
 * anything was sent. What fails is told to the log, without code and address; whoever waits in vain asks again.
 */
export async function sendCode(call: CodeCall, letter: CodeLetter): Promise<void> {
  const { world, town } = call;
  const { codeId } = letter;
  try {
    const posted = await post(call, letter);
    if ("fault" in posted)
      world.log.warn({ tenant: town.tenant.id, code: codeId, fault: posted.fault }, "code not sent");
  } catch (error) {
    world.log.warn({ ...describeError(error), tenant: town.tenant.id, code: codeId }, "code not sent");
  }
}

async function post(
  { world, town }: CodeCall,
  { codeId: id, code, address, language }: CodeLetter,
): Promise<Posted> {
  const origin = address.kind === "sms" ? world.publicOrigin : undefined;
  const words = wordCode({ code, language, origin });
  const ways = codeWays(world);
  if (ways.keepsAll) {
    const text = [words.title, ...words.lines].join("\n");
    await world.store.inTenant(town.tenant.id, (tx) => tx.keepCodeWords(id, text));
    return { kind: "sent" };
  }
  const way = ways.by[address.kind];
  if (way === undefined) return { kind: "refused", fault: "not-set-up" };
  const letter = { id, address: address.value, words, from: town.service.name };
  let posted: Posted = { kind: "failed", fault: "not-tried" };
  for (let attempt = 0; attempt < ATTEMPTS && posted.kind === "failed"; attempt++)
    posted = await way.send({ ...letter, goodForSeconds: GOOD_FOR_SECONDS });
  return posted;
}

/** Whether codes can be sent so; in the demo both ways, for nothing leaves. */
export function isOffered(world: ServerWorld, kind: CodeAddress["kind"]): boolean {
  const { keepsAll, by } = codeWays(world);
  return keepsAll || by[kind] !== undefined;
}

/** The ways by which codes leave the house. */
export const codeWays = ({ mode, notifier }: ServerWorld): Ways =>
  notifier?.ways ?? (mode === "demo" ? DEMO_WAYS : NO_WAYS);
