import type { DutyRecord } from "@noriai/api";
import type { Service } from "@noriai/booking";
import { type CsvColumn, type CsvEncoding, type CsvFile, csvFile } from "./csv-file.ts";

/** Duty records (業務記録), a row for each driver and date. 旅客自動車運送事業運輸規則 第25条 */
export function dutyRecordsCsv({
  service,
  records,
  encoding,
}: {
  readonly service: Service;
  readonly records: readonly DutyRecord[];
  readonly encoding: CsvEncoding;
}): CsvFile {
  return csvFile(records, { columns: columnsOf(service), encoding });
}

const CAUSES: Readonly<Record<DutyRecord["delays"][number]["cause"], string>> = {
  traffic: "渋滞",
  weather: "天候",
  boarding: "乗降",
  vehicle: "車両",
  other: "その他",
};

const clock = (instant: string): string => instant.slice(11, 16);
const band = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  `${clock(from)}-${clock(to)}`;

function columnsOf(service: Service): readonly CsvColumn<DutyRecord>[] {
  return [...headColumns(service), ...wayColumns(service), ...MONEY, ...LAST];
}

/** Who, with which vehicle, from when to when and where. */
function headColumns({ projectName, vehicles }: Service): readonly CsvColumn<DutyRecord>[] {
  const plateOf = (id: string) => vehicles.find((vehicle) => vehicle.id === id)?.plate ?? id;
  return [
    ["事業名", () => projectName],
    ["運行日", ({ serviceDate }) => serviceDate],
    ["乗務員番号", ({ number }) => number],
    ["運転者", ({ name }) => name],
    ["登録番号", ({ stints }) => [...new Set(stints.map(({ vehicleId }) => plateOf(vehicleId)))].join("、")],
    ["業務開始", ({ beganAt }) => clock(beganAt)],
    ["業務終了", ({ endedAt }) => (endedAt === null ? "" : clock(endedAt))],
    ["開始・終了の地点", ({ place }) => place],
  ];
}

/** What was driven, and where riders were aboard. */
function wayColumns({ stops }: Service): readonly CsvColumn<DutyRecord>[] {
  const stopName = (id: string) => stops.find((stop) => stop.id === id)?.name ?? id;
  const rideText = (ride: DutyRecord["rides"][number]) => {
    const till = ride.alightedAt === null ? "" : clock(ride.alightedAt);
    return `${clock(ride.boardedAt)}-${till} ${stopName(ride.from)}→${stopName(ride.to)} ${ride.persons}人`;
  };
  return [
    ["運転した時間", ({ stints }) => stints.map(band).join("、")],
    ["休憩", ({ breaks }) => breaks.map(band).join("、")],
    ["走行距離計（開始）", ({ closing }) => closing?.odometerStart ?? ""],
    ["走行距離計（終了）", ({ closing }) => closing?.odometerEnd ?? ""],
    [
      "走行距離（km）",
      ({ closing }) => (closing === null ? "" : closing.odometerEnd - closing.odometerStart),
    ],
    ["旅客が乗車した区間", ({ rides }) => rides.map(rideText).join("、")],
    ["乗車人数", ({ rides }) => rides.reduce((sum, { persons }) => sum + persons, 0)],
    ["無断不乗車", ({ noShows }) => noShows],
  ];
}

const MONEY: readonly CsvColumn<DutyRecord>[] = [
  ["現金（円）", ({ takings }) => takings.cash],
  ["現金以外（円）", ({ takings }) => takings.cashless],
  ["納金額（円）", ({ closing }) => closing?.cashCounted ?? ""],
  ["過不足（円）", ({ closing }) => (closing === null ? "" : closing.cashCounted - closing.cashExpected)],
];

const delayText = ({ at, minutes, cause }: DutyRecord["delays"][number]): string =>
  `${clock(at)} ${minutes}分 ${CAUSES[cause]}`;

const LAST: readonly CsvColumn<DutyRecord>[] = [
  ["遅れ", ({ delays }) => delays.map(delayText).join("、")],
  ["備考", ({ closing }) => closing?.remarks ?? ""],
];
