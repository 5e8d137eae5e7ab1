import type { DutySheet } from "@noriai/api";
import { useNow } from "../clock.tsx";
import { epochMs } from "../format.ts";
import { useMessages } from "../language.tsx";
import { driverMessagesMessages } from "../messages/driver-messages/index.ts";
import { useFormat } from "../shell/session.ts";

/** Tells the driver that the own vehicle was taken out of service, from when, and what is left to do. */
export function OutOfService({ duty }: { duty: NonNullable<DutySheet["duty"]> }) {
  const { outOfService: t } = useMessages(driverMessagesMessages);
  const format = useFormat();
  const now = useNow();
  if (duty.outOfService === null) return null;
  const { from, reason } = duty.outOfService;
  const hasBegun = epochMs(from) / 1000 <= now;
  return (
    <section role="alert" className="mb-4 rounded-16 border-4 border-error-1 bg-red-50 p-4">
      <h2 className="text-3xl leading-snug font-bold">{hasBegun ? t.now : t.later(format.time(from))}</h2>
      <p className="text-xl font-bold">{t.because(t.reasons[reason])}</p>
      <p className="phrase text-xl">{t.hint}</p>
    </section>
  );
}
