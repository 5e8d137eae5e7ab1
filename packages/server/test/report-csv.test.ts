import type { BoardingRecord, Service } from "@noriai/booking";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { reportCsv } from "../src/report-csv.ts";
import { at, NOBODY_ELSE, smallTowns, TODAY } from "./house.ts";

const town = smallTowns()[0]!.service;
const named = (...names: readonly string[]): Service => ({
  ...town,
  stops: town.stops.map((stop, i) => ({ ...stop, name: names[i] ?? stop.name })),
});

const RECORD: BoardingRecord = {
  serviceDate: TODAY,
  bookingId: "b1" as never,
  dutyId: "2026-11-24.v1.1" as never,
  vehicleId: "v1" as never,
  from: "s01" as never,
  to: "s02" as never,
  promisedPickupFrom: at("10:00"),
  promisedPickupTo: at("10:20"),
  promisedArriveBy: at("10:40"),
  boardedAt: at("10:01"),
  alightedAt: at("10:09"),
  party: { ...NOBODY_ELSE, senior: 1, child: 1 },
  wheelchairs: 0,
  fareDue: 300 as never,
  fareCollected: 300 as never,
  channel: "phone",
  bookedAt: at("08:40"),
  state: "completed",
  shared: true,
};

const HEADER =
  "事業名,運行日,予約ID,車両,乗車地,降車地,乗車予定（から）,乗車予定（まで）,到着予定（まで）,乗車時刻,降車時刻,一般,高齢者,障がい者,こども,乳幼児,車いす,運賃（円）,収受額（円）,受付経路,状態,乗合";

describe("[SAP-5.4-4] [FIELD-28] boarding records as CSV", () => {
  test("in UTF-8 begin with a byte order mark and end each line as spreadsheets expect", () => {
    const { bytes, rows, replaced } = reportCsv({
      service: named("市役所前", "駅"),
      records: [
        RECORD,
        {
          ...RECORD,
          bookingId: "b2" as never,
          boardedAt: undefined,
          alightedAt: undefined,
          vehicleId: undefined,
          state: "no_show",
          channel: "web",
          shared: false,
          fareDue: 0 as never,
          fareCollected: 0 as never,
        },
      ],
      encoding: "utf-8",
    });
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect({ rows, replaced }).toEqual({ rows: 2, replaced: 0 });
    expect(new TextDecoder().decode(bytes)).toBe(
      [
        HEADER,
        `${town.projectName},2026-11-24,b1,v1,市役所前,駅,10:00,10:20,10:40,10:01,10:09,0,1,0,1,0,0,300,300,電話,降車済,あり`,
        `${town.projectName},2026-11-24,b2,,市役所前,駅,10:00,10:20,10:40,,,0,1,0,1,0,0,0,0,ネット,無断不乗車,なし`,
        "",
      ].join("\r\n"),
    );
  });

  test("in Shift_JIS hold no byte order mark, NEC's own letters, and 〓 for what is not there, counted", () => {
    const service = named("髙﨑医院①", "𠮷野家前（é）");
    const { bytes, replaced } = reportCsv({ service, records: [RECORD], encoding: "shift_jis" });
    expect(bytes[0]).toBe(0x8e); // 事 is 8E 96
    const text = iconv.decode(Buffer.from(bytes), "windows-31j");
    expect(text).toContain("髙﨑医院①,〓野家前（〓）");
    expect(replaced).toBe(2);
  });

  test("[SAP-1] name the project in each row, so that pasted rows still say whose they are", () => {
    const service = { ...town, projectName: "宇部市デマンド交通" };
    const { bytes } = reportCsv({ service, records: [RECORD, RECORD], encoding: "utf-8" });
    const [header, ...rows] = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
    expect(header).toMatch(/^事業名,/);
    expect(rows.map((row) => row.split(",")[0])).toEqual(["宇部市デマンド交通", "宇部市デマンド交通"]);
  });

  test("never become a formula", () => {
    const service = named('=HYPERLINK("http://evil.example","x")', "@SUM(1+1)");
    const { bytes } = reportCsv({ service, records: [RECORD], encoding: "utf-8" });
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
    expect(text).toContain("'@SUM(1+1)");
  });

  test("of no ride are a header alone", () => {
    const { bytes, rows } = reportCsv({ service: town, records: [], encoding: "utf-8" });
    expect(rows).toBe(0);
    expect(new TextDecoder().decode(bytes)).toBe(`${HEADER}\r\n`);
  });
});
