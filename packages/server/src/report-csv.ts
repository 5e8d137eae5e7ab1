import type { BoardingRecord, BookingState, Service } from "@noriai/booking";
import { type EpochSeconds, timeOfDayOf } from "@noriai/kernel";
import { stringify } from "csv-stringify/sync";
import iconv from "iconv-lite";

export type CsvEncoding = "utf-8" | "shift_jis";

export interface ReportCsv {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
  /** Characters that Shift_JIS does not have, written as 〓. */
  readonly replaced: number;
}

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
  const columns = columnsOf(service);
  const text = stringify(
    records.map((record) => columns.map(([, cellOf]) => cellOf(record))),
    {
      header: true,
      columns: columns.map(([header]) => header),
      bom: encoding === "utf-8", // without it Excel takes UTF-8 for Shift_JIS
      record_delimiter: "\r\n",
      escape_formulas: true, // a stop's name must not become a formula on somebody's desk
    },
  );
  if (encoding === "utf-8")
    return { bytes: new TextEncoder().encode(text), rows: records.length, replaced: 0 };
  const { mapped, replaced } = withoutUnmappable(text);
  return { bytes: new Uint8Array(iconv.encode(mapped, "windows-31j")), rows: records.length, replaced };
}

type Column = readonly [header: string, cellOf: (record: BoardingRecord) => string | number];

function columnsOf({ projectName, stops, timeZone }: Service): readonly Column[] {
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

const GETA = "〓"; // 下駄: the mark that Japanese printers put for a missing letter

function withoutUnmappable(text: string): { readonly mapped: string; readonly replaced: number } {
  let replaced = 0;
  const known = new Map<string, boolean>();
  const mapped = Array.from(text, (letter) => {
    if (letter <= "\u007f") return letter;
    const isKnown =
      known.get(letter) ?? iconv.decode(iconv.encode(letter, "windows-31j"), "windows-31j") === letter;
    known.set(letter, isKnown);
    if (isKnown) return letter;
    replaced++;
    return GETA;
  }).join("");
  return { mapped, replaced };
}
