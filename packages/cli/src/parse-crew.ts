import type { CrewRules, CrewSettings, TimeBand } from "@noriai/booking";
import type { Seconds, ServiceDate } from "@noriai/kernel";
import { fields, list, optional, type Read, whole, yesOrNo } from "./shape.ts";

/** Reads a municipality's own lines for those who drive. */
export const crewSettings = ({
  date,
  hours,
}: {
  readonly date: Read<ServiceDate>;
  readonly hours: Read<readonly TimeBand[]>;
}): Read<readonly CrewSettings[]> =>
  list(
    fields<CrewSettings>({
      from: date,
      needsSecondClass: optional(yesOrNo) as Read<boolean>,
      beforeDuty: optional(stretch) as Read<Seconds>,
      afterDuty: optional(stretch) as Read<Seconds>,
      breaks: optional(hours) as Read<readonly TimeBand[]>,
      rollCall: optional(
        fields<CrewRules["rollCall"]>({ isRequired: yesOrNo, maySelfReport: yesOrNo }),
      ) as Read<CrewRules["rollCall"]>,
      retention: optional(
        fields<CrewRules["retention"]>({ rollCallYears: years, dutyRecordYears: years, rosterYears: years }),
      ) as Read<CrewRules["retention"]>,
    }),
  );

const stretch = whole({ max: 4 * 3600 });
/** The law's own year is the least. */
const years = whole({ min: 1, max: 30 });
