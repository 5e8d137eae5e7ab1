import type { ReactNode } from "react";
import { useNow, useWorld } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { terminalStateMessages } from "../messages/terminal-state/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { signalAge } from "./signal-age.ts";
import { type TerminalState, type TerminalWorry, worriesOf } from "./terminal-worries.ts";

/** A terminal reports every minute; after three it is not to be relied on. */
const OLD_SECONDS = 180;

/** Battery, storage and signal of a vehicle's terminal; what is worrying stands out. 仕様書 5-(3)-③ */
export function TerminalLine({ vehicleId, date }: { vehicleId: string; date: string }) {
  const t = useMessages(terminalStateMessages);
  const { tenant } = useTenancy();
  const { demoClock } = useWorld();
  const now = useNow();
  const { data } = useRead("listTerminalStates", { params: { tenant }, query: { date } });
  const state = data?.terminals.find((one) => one.vehicleId === vehicleId);
  if (state === undefined) return null;
  const { seconds } = signalAge({ at: state.at, now, demoClock });
  if (seconds > OLD_SECONDS) return <p className="text-quiet">{t.old(Math.floor(seconds / 60))}</p>;
  return <Parts state={state} />;
}

function Parts({ state }: { state: TerminalState }) {
  const t = useMessages(terminalStateMessages);
  const { battery, isCharging, storageFree, signal, unsent } = state;
  const worries = worriesOf(state);
  const parts: readonly (readonly [TerminalWorry, ReactNode])[] = [
    ["battery", battery !== null && `${t.battery(battery)}${isCharging ? `（${t.charging}）` : ""}`],
    ["signal", signal !== null && t.signal[signal]],
    ["storage", storageFree !== null && t.storage(written(storageFree))],
    ["unsent", unsent > 0 && t.unsent(unsent)],
    ["no-position", worries.includes("no-position") && t.noPosition],
    ["goes-dark", worries.includes("goes-dark") && t.goesDark],
  ];
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 tabular-nums">
      <span className="text-quiet">{t.label}</span>
      {parts
        .filter(([, words]) => words !== false)
        .map(([kind, words]) =>
          worries.includes(kind) ? (
            <Badge key={kind} tone="warning">
              {words}
            </Badge>
          ) : (
            <span key={kind}>{words}</span>
          ),
        )}
    </p>
  );
}

const written = (megabytes: number): string =>
  megabytes >= 1024 ? `${Math.floor(megabytes / 1024)}GB` : `${megabytes}MB`;
