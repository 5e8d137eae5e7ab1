import type { Answer } from "@noriai/api";
import { type CsvColumn, type CsvFile, csvFile } from "./csv-file.ts";
import { OWN_DATA_WORDS, type OwnDataLanguage } from "./own-data-words.ts";

type Ride = Answer<"listMyRides">["rides"][number];
type Reading = Answer<"listMyReadings">["readings"][number];
type Record = Answer<"getMyRecord">["record"];

/** What a table of the member's own data is made of. */
export interface OwnTables {
  readonly record: Record;
  readonly rides: readonly Ride[];
  readonly readings: readonly Reading[];
}

export const OWN_TABLES = ["record", "rides", "readings"] as const;
export type OwnTable = (typeof OWN_TABLES)[number];

/** One table of the member's own data, as spreadsheets open it. */
export function ownDataCsv(table: OwnTable, data: OwnTables, language: OwnDataLanguage): CsvFile {
  const encoding = "utf-8";
  switch (table) {
    case "record":
      return csvFile(recordLines(data.record, language), { columns: recordColumns(language), encoding });
    case "rides":
      return csvFile(data.rides, { columns: rideColumns(language), encoding });
    case "readings":
      return csvFile(data.readings, { columns: readingColumns(language), encoding });
  }
}

/** Item, content, why it is stored. */
type Line = readonly [item: string, content: string];

function recordLines(record: Record, language: OwnDataLanguage): readonly Line[] {
  const { items, contacts, languages, needs, fareClasses } = OWN_DATA_WORDS[language];
  const { disability } = record;
  return [
    [items.memberNo, record.memberNo],
    [items.name, record.name],
    [items.kana, record.kana],
    [items.birthDate, record.birthDate],
    [items.phone, record.phone],
    [items.town, record.town],
    [items.fareClass, fareClasses[record.fareClass]],
    [items.disabilitySeen, disability?.seenOn ?? ""],
    [items.disabilityUntil, disability?.until ?? ""],
    [items.contact, contacts[record.contact]],
    [items.language, languages[record.language]],
    [items.needs, record.needs.map((need) => needs[need]).join(" ")],
    [items.registered, record.registeredAt],
  ];
}

function recordColumns(language: OwnDataLanguage): readonly CsvColumn<Line>[] {
  const { columns } = OWN_DATA_WORDS[language];
  return [
    [columns.item, ([item]) => item],
    [columns.content, ([, content]) => content],
  ];
}

function rideColumns(language: OwnDataLanguage): readonly CsvColumn<Ride>[] {
  const { columns, states, means } = OWN_DATA_WORDS[language];
  return [
    [columns.date, ({ serviceDate }) => serviceDate],
    [columns.from, ({ from }) => from],
    [columns.to, ({ to }) => to],
    [columns.promised, ({ promisedPickupFrom }) => promisedPickupFrom],
    [columns.boarded, ({ boardedAt }) => boardedAt ?? ""],
    [columns.alighted, ({ alightedAt }) => alightedAt ?? ""],
    [columns.persons, ({ party }) => Object.values(party).reduce((sum, count) => sum + count, 0)],
    [columns.fare, ({ fare }) => fare.total],
    [columns.paid, ({ paid }) => paid?.amount ?? ""],
    [columns.means, ({ paid }) => (paid === null ? "" : means[paid.means])],
    [columns.state, ({ state }) => states[state]],
  ];
}

function readingColumns(language: OwnDataLanguage): readonly CsvColumn<Reading>[] {
  const { columns, roles, purposes } = OWN_DATA_WORDS[language];
  return [
    [columns.at, ({ at }) => at],
    [columns.who, ({ role, helper }) => helper ?? roles[role]],
    [columns.purpose, ({ purpose }) => purposes[purpose]],
  ];
}
