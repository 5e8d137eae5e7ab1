/** Unmet demand and fairness on the report: every figure with what it means beside it. */
export interface DemandMessages {
  readonly unmet: {
    readonly title: string;
    readonly lead: (least: number) => string;
    readonly refused: string;
    readonly refusedHint: string;
    readonly abandoned: string;
    readonly abandonedHint: string;
    readonly left: string;
    readonly leftHint: string;
    readonly byHour: string;
    readonly byPair: string;
    readonly byReason: string;
    readonly hour: string;
    readonly hourOf: (hour: number) => string;
    readonly pair: string;
    readonly reason: string;
    readonly count: string;
    readonly none: string;
    readonly others: (least: number) => string;
    /** A reason that we do not know is told by its own name. */
    readonly reasons: Readonly<Record<string, string>>;
  };
  readonly fairness: {
    readonly title: string;
    readonly lead: string;
    readonly total: string;
    readonly afterRefusal: (count: string) => string;
    readonly group: string;
    readonly byChannel: string;
    readonly byClass: string;
    readonly byWheelchair: string;
    readonly byArea: string;
    readonly areaHint: string;
    readonly columns: {
      readonly asked: string;
      readonly accepted: string;
      readonly refused: string;
      readonly abandoned: string;
      readonly acceptance: string;
      readonly shift: string;
      readonly wait: string;
    };
    readonly definitions: readonly (readonly [term: string, meaning: string])[];
    readonly definitionsTitle: string;
    readonly wheelchairs: { readonly with: string; readonly without: string };
    readonly mixed: string;
    readonly more: (first: string, more: number) => string;
    readonly tooFew: (least: number) => string;
  };
  readonly few: (least: number) => string;
  readonly hidden: string;
  readonly percent: (value: string) => string;
  readonly percentBetween: (from: string, to: string) => string;
  readonly minutes: (mean: string, ninetieth: string) => string;
  readonly csv: {
    readonly title: string;
    readonly utf8: string;
    readonly sjis: string;
    readonly hint: string;
  };
}
