import type { Demand } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { type DemandMessages, demandMessages } from "../messages/report/index.ts";

export type Shown = Demand["refused"];
type Figures = Demand["fairness"]["total"];

/** How figures of demand and fairness are written. */
export interface DemandWords {
  readonly t: DemandMessages;
  readonly count: (value: Shown) => string;
  readonly acceptance: (value: Figures["acceptance"]) => string;
  readonly mean: (value: Figures["shift"]) => string;
}

const NOTHING = "—";

export function useDemandWords(least: number): DemandWords {
  return demandWords(useMessages(demandMessages), least);
}

export const demandWords = (t: DemandMessages, least: number): DemandWords => ({
  t,
  count: (value) => (value === "few" ? t.few(least) : value === "hidden" ? t.hidden : String(value)),
  acceptance: (value) => {
    if (value === null) return NOTHING;
    const [from, to] = [percent(value.fromPermille), percent(value.toPermille)];
    return from === to ? t.percent(from) : t.percentBetween(from, to);
  },
  mean: (value) => (value === null ? NOTHING : t.minutes(minutes(value.mean), minutes(value.ninetieth))),
});

const percent = (permille: number): string => (permille / 10).toFixed(permille % 10 === 0 ? 0 : 1);
const minutes = (seconds: number): string => (seconds / 60).toFixed(1).replace(/\.0$/, "");
