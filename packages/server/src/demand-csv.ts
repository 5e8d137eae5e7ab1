import type { FairnessFigures, FairnessTable, Mean, MergedCounts, Service, Shown } from "@noriai/booking";
import { type CsvColumn, type CsvEncoding, type CsvFile, csvFile } from "./csv-file.ts";
import type { Demand } from "./demand-of.ts";
import { REASON_WORDS } from "./reason-words.ts";

const HEADER = [
  "集計",
  "項目",
  "満たせなかった件数",
  "希望",
  "成立",
  "お断り",
  "見送り",
  "成立率（%）から",
  "成立率（%）まで",
  "希望とのずれ 平均（分）",
  "希望とのずれ 90%（分）",
  "乗り場での待ち 平均（分）",
  "乗り場での待ち 90%（分）",
];

type Line = readonly (string | number)[];

const COLUMNS: readonly CsvColumn<Line>[] = HEADER.map((name, k) => [name, (line) => line[k] ?? ""]);

/** Unmet demand and fairness as one table; every line says what it counts. Small numbers stay hidden here too. */
export function demandCsv({
  service,
  demand: { unmet, fairness },
  encoding,
}: {
  readonly service: Service;
  readonly demand: Demand;
  readonly encoding: CsvEncoding;
}): CsvFile {
  const names = new Map(service.stops.map(({ id, name }) => [id, name]));
  const pair = ({ from, to }: (typeof unmet.byPair.rows)[number]["key"]) =>
    `${names.get(from) ?? from} → ${names.get(to) ?? to}`;
  const rows: Line[] = [
    ["満たせなかった需要", "お断り", told(unmet.refused)],
    ["満たせなかった需要", "見送り", told(unmet.abandoned)],
    ["満たせなかった需要", "希望を送る前にやめた検索", told(unmet.left)],
    ...counted("時間帯別", unmet.byHour, (hour) => `${hour}時台`),
    ...counted("区間別", unmet.byPair, pair),
    ...counted("理由別", unmet.byReason, (reason) => REASON_WORDS[reason]),
    ["公平性", "全体", "", ...figures(fairness.total)],
    ["公平性", "お断りのあとに成立", "", "", told(fairness.afterRefusal)],
    ...grouped("経路別", fairness.byChannel, (channel) => (channel === "web" ? "ネット" : "電話")),
    ...grouped("運賃区分別", fairness.byClass, (key) => CLASSES[key]),
    ...grouped("車いす別", fairness.byWheelchair, (key) => (key === "with" ? "車いすあり" : "車いすなし")),
    ...grouped("地域別（1kmメッシュ）", fairness.byArea, (mesh) => mesh),
  ];
  return csvFile(rows, { columns: COLUMNS, encoding });
}

const CLASSES = {
  general: "一般",
  senior: "高齢者",
  disabled: "障がい者",
  child: "こども",
  infant: "乳幼児",
  mixed: "複数の区分",
};

const OTHERS = "そのほか（5件未満をまとめたもの）";

const told = (count: Shown): string | number =>
  count === "few" ? "5件未満" : count === "hidden" ? "秘匿" : count;

function counted<Key>(
  title: string,
  { rows, others }: MergedCounts<Key>,
  word: (key: Key) => string,
): Line[] {
  return [
    ...rows.map(({ key, count }) => [title, word(key), count]),
    ...(others === undefined ? [] : [[title, OTHERS, told(others)]]),
  ];
}

function grouped<Key>(title: string, table: FairnessTable<Key>, word: (key: Key) => string): Line[] {
  if (table.kind === "too-few") return [[title, "件数が少ないため示しません"]];
  return [
    ...table.rows.map((row) => [title, word(row.key), "", ...figures(row)]),
    ...(table.others === undefined ? [] : [[title, OTHERS, "", ...figures(table.others)]]),
  ];
}

function figures({ asked, accepted, refused, abandoned, acceptance, shift, wait }: FairnessFigures): Line {
  return [
    ...[asked, accepted, refused, abandoned].map(told),
    ...(acceptance === undefined ? ["", ""] : [acceptance.fromPermille / 10, acceptance.toPermille / 10]),
    ...mean(shift),
    ...mean(wait),
  ];
}

const mean = (of: Mean | undefined): Line =>
  of === undefined ? ["", ""] : [minutes(of.mean), minutes(of.ninetieth)];

const minutes = (seconds: number): number => Math.round(seconds / 6) / 10;
