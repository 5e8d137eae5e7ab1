import type { BoardingRecord, BookingState, Service } from "@noriai/booking";
import { type EpochSeconds, timeOfDayOf } from "@noriai/kernel";
import { type CsvColumn, type CsvEncoding, type CsvFile, csvFile } from "./csv-file.ts";

export type ReportCsv = CsvFile;

const STATES: Readonly<Record<BookingState, string>> = {
  confirmed: "予約済",
  boarding: "乗車中",
  riding: "乗車済",
  completed: "降車済",
  cancelled_by_rider: "取消（利用者）",
  cancelled_by_operator: "取消（事業者）",
  no_show: "無断不乗車",
  suspended: "運休",
};

/** Boarding records (乗降データ) as a table that spreadsheets open. It has no column that names a person. 仕様書 5-(4)-④ */
export function reportCsv({
  service,
  records,
  encoding,
}: {
  readonly service: Service;
  readonly records: readonly BoardingRecord[];
  readonly encoding: CsvEncoding;
}): ReportCsv {
  return csvFile(records, { columns: columnsOf(service), encoding });
}

function columnsOf({ projectName, stops, timeZone }: Service): readonly CsvColumn<BoardingRecord>[] {
  const stopNames = new Map(stops.map(({ id, name }) => [id, name]));
  const time = (at: EpochSeconds | undefined): string => (at === undefined ? "" : timeOfDayOf(at, timeZone));
  const { general, senior, disabled, child, infant } = {
    general: "一般",
    senior: "高齢者",
    disabled: "障がい者",
    child: "こども",
    infant: "乳幼児",
  };
  return [
    ["事業名", () => projectName],
    ["運行日", ({ serviceDate }) => serviceDate],
    ["予約ID", ({ bookingId }) => bookingId],
    ["車両", ({ vehicleId }) => vehicleId ?? ""],
    ["乗車地", ({ from }) => stopNames.get(from) ?? from],
    ["降車地", ({ to }) => stopNames.get(to) ?? to],
    ["乗車予定（から）", ({ promisedPickupFrom }) => time(promisedPickupFrom)],
    ["乗車予定（まで）", ({ promisedPickupTo }) => time(promisedPickupTo)],
    ["到着予定（まで）", ({ promisedArriveBy }) => time(promisedArriveBy)],
    ["乗車時刻", ({ boardedAt }) => time(boardedAt)],
    ["降車時刻", ({ alightedAt }) => time(alightedAt)],
    [general, ({ party }) => party.general],
    [senior, ({ party }) => party.senior],
    [disabled, ({ party }) => party.disabled],
    [child, ({ party }) => party.child],
    [infant, ({ party }) => party.infant],
    ["車いす", ({ wheelchairs }) => wheelchairs],
    ["運賃（円）", ({ fareDue }) => fareDue],
    ["収受額（円）", ({ fareCollected }) => fareCollected],
    ["受付経路", ({ channel }) => (channel === "web" ? "ネット" : "電話")],
    ["状態", ({ state }) => STATES[state]],
    ["乗合", ({ shared }) => (shared ? "あり" : "なし")],
  ];
}
