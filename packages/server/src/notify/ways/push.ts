import { createECDH, createHash } from "node:crypto";
import webPush, { type PushSubscription } from "web-push";
import type { Letter, Posted, Way } from "../way.ts";

/** Our key towards the push services of the browsers (VAPID, RFC 8292). */
export interface PushSettings {
  /** 32 bytes of P-256 in base64url. */
  readonly privateKey: string;
  /** Where a push service can reach us: `mailto:…` or `https://…`. */
  readonly contact: string;
}

/** The push services of the browsers there are. Nobody may have this server call another address. */
const PUSH_SERVICES: readonly RegExp[] = [
  /^https:\/\/fcm\.googleapis\.com\//,
  /^https:\/\/updates\.push\.services\.mozilla\.com\//,
  /^https:\/\/[\w.-]+\.push\.apple\.com\//,
  /^https:\/\/[\w.-]+\.notify\.windows\.com\//,
];

export const isPushService = (endpoint: string, services = PUSH_SERVICES): boolean =>
  services.some((service) => service.test(endpoint));

const PATIENCE_MS = 10_000;
/** A push service keeps nothing for longer than it is asked to, and no notice is asked to be kept longer than a day. */
const TTL_MAX = 24 * 3600;

/**
 * Push to browsers, encrypted for the browser alone (RFC 8291). The notice's id is the topic at the push service and the
 * tag on the screen: a repeat takes the place of the first.
 */
export const pushWay = (
  { privateKey, contact }: PushSettings,
  { services = PUSH_SERVICES }: { readonly services?: readonly RegExp[] } = {},
): Way => ({
  async send({ id, address, words, from, page, goodForSeconds }: Letter): Promise<Posted> {
    const subscription = JSON.parse(address) as PushSubscription;
    if (!isPushService(subscription.endpoint, services))
      return { kind: "refused", fault: "push-unknown-service" };
    const title = `${from}：${words.title}`;
    const payload = JSON.stringify({ id, title, body: words.lines.join("\n"), page });
    try {
      const { endpoint, method, headers, body } = webPush.generateRequestDetails(subscription, payload, {
        vapidDetails: { subject: contact, publicKey: publicKeyOf(privateKey), privateKey },
        TTL: Math.max(0, Math.min(TTL_MAX, goodForSeconds)),
        topic: createHash("sha256").update(id).digest("base64url").slice(0, 32),
        urgency: "high",
      });
      const answer = await fetch(endpoint, {
        method,
        headers: headers as Record<string, string>,
        body: new Uint8Array(body!),
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await answer.body?.cancel();
      return postedBy(answer.status);
    } catch (error) {
      return { kind: "failed", fault: `push-${(error as Error).name}` };
    }
  },
});

function postedBy(status: number): Posted {
  if (status >= 200 && status < 300) return { kind: "sent" };
  const fault = `push-${status}`;
  if (status === 404 || status === 410) return { kind: "address-gone", fault }; // RFC 8030 §7.3
  return { kind: status === 400 || status === 413 ? "refused" : "failed", fault };
}

/** What browsers subscribe with. */
export function publicKeyOf(privateKey: string): string {
  const key = createECDH("prime256v1");
  key.setPrivateKey(privateKey, "base64url");
  return key.getPublicKey("base64url", "uncompressed");
}
