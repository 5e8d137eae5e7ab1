import type { PublicService } from "@noriai/api";
import { useEffect, useRef, useState } from "react";
import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { driverMessages } from "../messages/driver/index.ts";
import { BigButton } from "./big-button.tsx";

/** What a driver sees of a stop at a glance; the city looks closer. */
export const STOP_TROUBLES = ["buried", "blocked", "hidden", "damaged"] as const;
export type StopTrouble = (typeof STOP_TROUBLES)[number];

type Stop = PublicService["stops"][number];
type Report = (report: { readonly stopId: string; readonly trouble: StopTrouble }) => void;

const GRACE_SECONDS = 8;

/**
 * One press makes a task for the city: the stop cannot be used. Who has a hand free says why by a second press; who slipped
 * takes it back. Without either it is told as blocked after a few seconds. 仕様書 3-(4)-⑥
 *
 * @param stop  the one at hand; what is being asked of another one meanwhile goes on
 */
export function StopTroubleButton({ stop, onReport }: { stop: Stop | undefined; onReport: Report }) {
  const { trouble: t } = useMessages(driveScreenMessages);
  const words = useMessages(driverMessages);
  const [asked, ask] = useState<Stop>();
  const [told, setTold] = useState<{ readonly stop: Stop; readonly trouble: StopTrouble }>();
  const nameOf = ({ number, name }: Stop) => `${words.stopNumber(number)} ${name}`;
  const settle = (trouble: StopTrouble | undefined) => {
    ask(undefined);
    if (asked === undefined || trouble === undefined) return;
    setTold({ stop: asked, trouble });
    onReport({ stopId: asked.id, trouble });
  };
  const unanswered = useRef<() => void>(undefined);
  unanswered.current = asked && (() => onReport({ stopId: asked.id, trouble: "blocked" }));
  useEffect(() => () => unanswered.current?.(), []); // whoever goes to another page has been asked enough
  if (asked !== undefined) return <Asking name={nameOf(asked)} onSettle={settle} />;
  return (
    <>
      {stop !== undefined && (
        <button
          type="button"
          onClick={() => ask(stop)}
          className="press min-h-14 self-start rounded-12 border-2 border-key-900 bg-white px-4 py-1 text-xl font-bold text-key-900 active:bg-key-200"
        >
          {t.button}
        </button>
      )}
      <p role="status" className="text-lg empty:hidden">
        {told !== undefined && t.told(nameOf(told.stop), t.kinds[told.trouble])}
      </p>
    </>
  );
}

/** Asks why for a few seconds. A page that closes meanwhile has been asked enough. */
function Asking({ name, onSettle }: { name: string; onSettle: (trouble: StopTrouble | undefined) => void }) {
  const { trouble: t } = useMessages(driveScreenMessages);
  const latest = useRef(onSettle);
  latest.current = onSettle;
  useEffect(() => {
    const tell = () => latest.current("blocked");
    const timer = setTimeout(tell, GRACE_SECONDS * 1000);
    addEventListener("pagehide", tell);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", tell);
    };
  }, []);
  return (
    <section role="alert" className="w-full rounded-16 border-4 border-warning-yellow-2 bg-yellow-50 p-3">
      <h3 className="text-2xl font-bold">{t.asking(name)}</h3>
      <p className="mb-2 text-lg">{t.hint(GRACE_SECONDS)}</p>
      <div className="press-row flex flex-wrap gap-3">
        {STOP_TROUBLES.map((kind) => (
          <BigButton key={kind} look="outline" onPress={() => onSettle(kind)}>
            {t.kinds[kind]}
          </BigButton>
        ))}
        <BigButton onPress={() => onSettle(undefined)}>{t.cancel}</BigButton>
      </div>
    </section>
  );
}
