import type { Refusal } from "@noriai/api";
import { useReadNow } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { rejectionMessages, wordRejections } from "../messages/rejections/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";

/** Every reason of a refusal as one sentence. */
export function useReasons(rejections: Refusal["rejections"]): readonly string[] {
  const messages = useMessages(rejectionMessages);
  const format = useFormat();
  const readNow = useReadNow();
  const { service } = useTenancy();
  return wordRejections(rejections, messages, {
    format,
    now: readNow(),
    stopName: (id) => service.stops.find((stop) => stop.id === id)?.name ?? id,
    seats: service.vehicles.map(({ seats }) => seats),
  });
}
