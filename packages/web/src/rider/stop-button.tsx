import type { Stop } from "@noriai/api";
import { tagOf, useLanguage, useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";

/** One stop of the list. One that cannot be chosen stays readable and says why. */
export function StopButton({
  stop,
  chosen,
  off,
  note,
  onChoose,
}: {
  stop: Stop;
  chosen: boolean;
  off: string | undefined;
  /** Said in the place of the reading: how far away it is. */
  note?: string;
  onChoose: () => void;
}) {
  const t = useMessages(riderMessages);
  const { language } = useLanguage();
  return (
    <button
      type="button"
      aria-pressed={chosen}
      aria-disabled={off !== undefined || undefined}
      onClick={() => off === undefined && onChoose()}
      className="flex min-h-16 w-full items-center gap-4 rounded-8 border border-edge bg-white px-4 py-2 text-left leading-snug hover:border-black hover:bg-key-50 aria-disabled:border-line aria-disabled:bg-solid-gray-50 aria-pressed:border-2 aria-pressed:border-key-900 aria-pressed:bg-key-50"
    >
      <span
        className={`grid size-10 shrink-0 place-items-center rounded-full text-lg font-bold text-white ${off === undefined ? "bg-key-900" : "bg-solid-gray-600"}`}
      >
        <span className="sr-only">{t.stopNumber(stop.number)}</span>
        <span aria-hidden="true">{stop.number}</span>
      </span>
      <span className="min-w-0" lang={language === "en" ? tagOf("ja") : undefined}>
        <span className="block text-lg font-bold text-solid-gray-900">{stop.name}</span>
        <span aria-hidden="true" className="block text-base text-quiet">
          {off ?? note ?? stop.kana}
        </span>
        {(off ?? note) !== undefined && <span className="sr-only">{off ?? note}</span>}
      </span>
    </button>
  );
}
