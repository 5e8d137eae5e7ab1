import { createHmac } from "node:crypto";
import type { Clock } from "@noriai/kernel";
import type { Letter, Posted, Way } from "../way.ts";

/** A program that sends short messages for us, and the secret by which it knows us. */
export interface WebhookSettings {
  readonly url: string;
  readonly secret: string;
}

const PATIENCE_MS = 10_000;
/** The program says that this message will never do; everything else may pass. */
const REFUSED = new Set([400, 404, 410, 413, 422]);

/**
 * Short messages by a webhook: one POST of JSON `{ "id", "to", "text" }`, signed as Standard Webhooks do it
 * (`webhook-id`, `webhook-timestamp`, `webhook-signature: v1,…` over `id.timestamp.body`). Written down in
 * docs/operations.md.
 */
export const webhookWay = ({ url, secret }: WebhookSettings, wallNow: Clock): Way => ({
  async send({ id, address, words, from }: Letter): Promise<Posted> {
    const text = [`【${from}】${words.title}`, ...words.lines].join("\n");
    const body = JSON.stringify({ id, to: address, text });
    const timestamp = String(wallNow());
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "webhook-id": id,
          "webhook-timestamp": timestamp,
          "webhook-signature": `v1,${signatureOf({ secret, id, timestamp, body })}`,
        },
        body,
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await answer.body?.cancel();
      if (answer.ok) return { kind: "sent" };
      return { kind: REFUSED.has(answer.status) ? "refused" : "failed", fault: `webhook-${answer.status}` };
    } catch (error) {
      return { kind: "failed", fault: `webhook-${(error as Error).name}` };
    }
  },
});

const signatureOf = ({
  secret,
  id,
  timestamp,
  body,
}: {
  readonly secret: string;
  readonly id: string;
  readonly timestamp: string;
  readonly body: string;
}): string => createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64");
