import { createTransport } from "nodemailer";
import type { Letter, Posted, Way } from "../way.ts";

/** Where mail is handed over, and in whose name. */
export interface MailSettings {
  /** `smtps://user:password@host:465` or `smtp://…`, which turns to TLS where the server offers it. */
  readonly url: string;
  /** An address of the municipality's own domain. */
  readonly from: string;
}

const PATIENCE_MS = 15_000;

/** Mail by SMTP. The Message-ID follows from the notice, so that mail systems know a repeat. */
export function emailWay({ url, from }: MailSettings): Way & { close(): void } {
  const transport = createTransport({
    url,
    ...{ pool: true, maxConnections: 2, maxMessages: 50 },
    ...{ connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf("@") + 1);
  return {
    async send({ id, address, words, from: name }: Letter): Promise<Posted> {
      try {
        await transport.sendMail({
          from: { name, address: from },
          to: { name: "", address },
          subject: `【${name}】${words.title}`,
          text: [...words.lines, "", name, words.noReply].join("\n"),
          messageId: `<${id}@${domain}>`,
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        });
        return { kind: "sent" };
      } catch (error) {
        return faultOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** 5yz is a word for good about this address or letter, anything else may pass. RFC 5321 §4.2.1 */
function faultOf(error: unknown): Posted {
  const { responseCode, code } = error as { readonly responseCode?: number; readonly code?: string };
  const fault = responseCode === undefined ? (code ?? "unknown") : `smtp-${responseCode}`;
  const isAboutUs = code === "EAUTH"; // a password that is to be mended in the settings
  return { kind: (responseCode ?? 0) >= 500 && !isAboutUs ? "refused" : "failed", fault };
}
