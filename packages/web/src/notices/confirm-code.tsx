import type { Answer } from "@noriai/api";
import type { ComponentProps } from "react";
import { useMessages } from "../language.tsx";
import { confirmingMessages } from "../messages/confirming/index.ts";
import { oneTimeCodeMessages } from "../messages/one-time-code/index.ts";
import { CodeForm } from "../one-time-code/code-form.tsx";

/** A code on its way to an address. */
export interface SentTo extends Answer<"askAddressCode"> {
  readonly address: string;
}

type Confirming = Pick<ComponentProps<typeof CodeForm>, "entering" | "again" | "onCode" | "onBack">;

/** Takes the code that came to an address: it is the member's own. */
export function ConfirmCode({ sent, ...confirming }: Confirming & { sent: SentTo }) {
  const { sentTo } = useMessages(oneTimeCodeMessages);
  const t = useMessages(confirmingMessages);
  return <CodeForm level={3} sent={sent} lead={sentTo(sent.address)} words={t} {...confirming} />;
}
