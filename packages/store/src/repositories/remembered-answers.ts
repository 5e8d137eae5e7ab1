import type { EpochSeconds, MemberId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { CommandKey, RememberedAnswer } from "../door.ts";
import { AnswerAlreadyRemembered } from "../store-busy.ts";

export async function findAnswer(context: Context, key: CommandKey): Promise<RememberedAnswer | undefined> {
  const row = await context.db
    .selectFrom("remembered_answers")
    .select(["fingerprint", "status", "body"])
    .where("tenant_id", "=", context.tenant)
    .where("account_id", "=", key.account)
    .where("command_key", "=", key.key)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const cipher = await context.cipher();
  return { ...row, body: JSON.parse(cipher.open(place(key), row.body)).body };
}

/**
 * Throws AnswerAlreadyRemembered when the same command was faster on another connection. The transaction is then to
 * be left, so that nothing is done twice.
 */
export async function rememberAnswer(
  context: Context,
  {
    key,
    answer,
    now,
  }: { readonly key: CommandKey; readonly answer: RememberedAnswer; readonly now: EpochSeconds },
): Promise<void> {
  const cipher = await context.cipher();
  const { numInsertedOrUpdatedRows } = await context.db
    .insertInto("remembered_answers")
    .values({
      tenant_id: context.tenant,
      account_id: key.account,
      command_key: key.key,
      fingerprint: answer.fingerprint,
      status: answer.status,
      body: cipher.seal(place(key), JSON.stringify({ body: answer.body })),
      remembered_at: now,
    })
    .onConflict((conflict) => conflict.columns(["tenant_id", "account_id", "command_key"]).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n)
    throw new AnswerAlreadyRemembered("the command was answered meanwhile");
}

const place = (key: CommandKey) => ({
  table: "remembered_answers",
  column: "body",
  row: JSON.stringify([key.account, key.key]),
});

/**
 * Removes the answers that name a member or say one of these texts. They are sealed, so every answer that is kept (for
 * two days at most) is opened for it. A command that is sent again after that is done again.
 */
export async function forgetAnswersAbout(
  context: Context,
  { id, texts }: { readonly id: MemberId; readonly texts: readonly string[] },
): Promise<void> {
  const { db, tenant } = context;
  const rows = await db
    .selectFrom("remembered_answers")
    .select(["account_id", "command_key", "body"])
    .where("tenant_id", "=", tenant)
    .execute();
  if (rows.length === 0) return;
  const cipher = await context.cipher();
  for (const { account_id: account, command_key: key, body } of rows) {
    const said = cipher.open(place({ account, key }), body);
    if (![id, ...texts].some((text) => said.includes(text))) continue;
    await db
      .deleteFrom("remembered_answers")
      .where("tenant_id", "=", tenant)
      .where("account_id", "=", account)
      .where("command_key", "=", key)
      .execute();
  }
}
