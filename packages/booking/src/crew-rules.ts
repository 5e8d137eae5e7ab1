import {
  minutes,
  type Seconds,
  type ServiceDate,
  seconds,
  serviceDate,
  type TimeOfDay,
} from "@noriai/kernel";
import type { LicenceClass } from "./driver.ts";
import type { Service } from "./service.ts";

/** What holds for those who drive, from a day on. A municipality's own word changes single lines of it. */
export interface CrewRules {
  readonly from: ServiceDate;
  /** Riders pay a taxi operator, so the driver needs 第二種免許. 道路交通法 第86条 */
  readonly needsSecondClass: boolean;
  /** Most persons, the driver too, that a class may drive (乗車定員); absent: any. 道路交通法 第3条, 施行規則 第2条 */
  readonly personsMax: Readonly<Partial<Record<LicenceClass, number>>>;
  /** Working span of a day (拘束時間): to be kept to, and never above. 改善基準告示 第2条 */
  readonly spanStandard: Seconds;
  readonly spanMost: Seconds;
  /** Working spans of a calendar month in sum. 改善基準告示 第2条 */
  readonly monthMost: Seconds;
  /** Rest between two days' work (休息期間): to be aimed at, and never below. 改善基準告示 第2条 */
  readonly restStandard: Seconds;
  readonly restLeast: Seconds;
  /** Work before the first and after the last hour in which riders are carried: roll call, inspection, cash. */
  readonly beforeDuty: Seconds;
  readonly afterDuty: Seconds;
  /** Bands in which no vehicle works (休憩). */
  readonly breaks: readonly { readonly from: TimeOfDay; readonly to: TimeOfDay }[];
  readonly rollCall: RollCallRules;
  readonly retention: CrewRetention;
}

/** 点呼. 旅客自動車運送事業運輸規則 第24条 */
export interface RollCallRules {
  /** The terminal shows no task before the roll call is done. */
  readonly isRequired: boolean;
  /** The driver may report it alone: for trying out, and where no taxi operator drives. */
  readonly maySelfReport: boolean;
}

/** Years for which records are kept. 旅客自動車運送事業運輸規則 第24条, 第25条, 第37条 */
export interface CrewRetention {
  readonly rollCallYears: number;
  readonly dutyRecordYears: number;
  /** After the person has left. */
  readonly rosterYears: number;
}

/** A municipality's own lines, from a day on. What the state has set as a limit is not among them. */
export type CrewSettings = Pick<CrewRules, "from"> &
  Partial<
    Pick<CrewRules, "needsSecondClass" | "beforeDuty" | "afterDuty" | "breaks" | "rollCall" | "retention">
  >;

const hours = (count: number): Seconds => seconds(count * 3600);

/** The national rules, latest last. 改善基準告示 as amended by 令和4年厚生労働省告示第367号, in force since 2024-04-01. */
export const NATIONAL_CREW_RULES: readonly CrewRules[] = [
  {
    from: serviceDate("2024-04-01"),
    needsSecondClass: true,
    personsMax: { ordinary: 10, "semi-medium": 10, medium: 29 },
    spanStandard: hours(13),
    spanMost: hours(15),
    monthMost: hours(288),
    restStandard: hours(11),
    restLeast: hours(9),
    beforeDuty: minutes(30),
    afterDuty: minutes(30),
    breaks: [],
    rollCall: { isRequired: true, maySelfReport: false },
    retention: { rollCallYears: 1, dutyRecordYears: 1, rosterYears: 3 },
  },
];

/** What holds on a date: the national rules in force, with the municipality's lines in force over them. */
export function crewRulesOn({ crew = [] }: Pick<Service, "crew">, date: ServiceDate): CrewRules {
  const inForce = <T extends { readonly from: ServiceDate }>(tables: readonly T[]) =>
    tables
      .filter(({ from }) => from <= date)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .at(-1);
  return { ...(inForce(NATIONAL_CREW_RULES) ?? NATIONAL_CREW_RULES[0]!), ...inForce(crew) };
}
