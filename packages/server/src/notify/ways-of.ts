import type { Clock } from "@noriai/kernel";
import { DEMO_WAYS, type Ways } from "./way.ts";
import { emailWay, type MailSettings } from "./ways/email.ts";
import { type PushSettings, publicKeyOf, pushWay } from "./ways/push.ts";
import { type WebhookSettings, webhookWay } from "./ways/webhook.ts";

/** By which ways riders can be told; what is absent is not set up. */
export interface NoticeSettings {
  readonly mail?: MailSettings;
  readonly sms?: WebhookSettings;
  readonly push?: PushSettings;
}

/** Opens the ways of the settings. The demo opens none and keeps everything in the house. */
export function waysOf(
  { mode, notices = {} }: { readonly mode: "demo" | "production"; readonly notices?: NoticeSettings },
  wallNow: Clock,
): Ways & { close(): void } {
  if (mode === "demo") return { ...DEMO_WAYS, close: () => {} };
  const { mail, sms, push } = notices;
  const email = mail && emailWay(mail);
  return {
    keepsAll: false,
    by: {
      ...(email && { email }),
      ...(sms && { sms: webhookWay(sms, wallNow) }),
      ...(push && { push: pushWay(push) }),
    },
    ...(push && { pushKey: publicKeyOf(push.privateKey) }),
    close: () => email?.close(),
  };
}
