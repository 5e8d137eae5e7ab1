import type { UsageReport } from "@noriai/api";
import {
  type BoardingRecord,
  isOperatingDay,
  type KeptPromises,
  type Refusal,
  type ServiceReport,
  serviceReport,
} from "@noriai/booking";
import type { Role } from "@noriai/identity";
import {
  addDays,
  type EpochSeconds,
  fail,
  ok,
  parseServiceDate,
  type Result,
  type ServiceDate,
  type StopId,
} from "@noriai/kernel";
import type { Call, Handler } from "../call.ts";
import type { Language } from "../http/language.ts";
import { WORDS } from "../messages.ts";
import { presentRejection } from "../present/refusal.ts";
import { presentTrip, type Write, writeIn } from "../present/trip.ts";
import { reportCsv } from "../report-csv.ts";
import type { Town } from "../town.ts";
import type { Trouble } from "../trouble.ts";

const DAYS_MAX = 400;

export interface Range {
  readonly from: ServiceDate;
  readonly to: ServiceDate;
}

/** Boarding records and usage results (利用実績), computed from what drivers recorded. */
export const getReport: Handler<"getReport"> = async (call) => {
  const range = rangeOf(call.query, call.language);
  if (!range.ok) return range;
  const { report, refusals } = await reportOf(call, range.value);
  const { role } = call.who.account;
  return ok({ body: presentReport({ town: call.town, range: range.value, report, refusals, role }) });
};

/** The same records as a file. Every export stands in the audit log. */
export const getReportCsv: Handler<"getReportCsv"> = async (call) => {
  const { world, town, who, query, now } = call;
  const range = rangeOf(query, call.language);
  if (!range.ok) return range;
  const { report } = await reportOf(call, range.value);
  const { encoding } = query;
  const { bytes, rows, replaced } = reportCsv({ service: town.service, records: report.records, encoding });
  const { from, to } = range.value;
  const detail = { from, to, encoding, rows, replaced };
  const entry = { event: "report-exported", subject: `${from}/${to}`, purpose: "report", detail } as const;
  await world.store.inTenant(who.tenant, (tx) => tx.appendAudit(entry, who.actor, now));
  const name = `${from}_${to}.csv`;
  const headers = {
    "Content-Type": `text/csv; charset=${encoding === "utf-8" ? "utf-8" : "Shift_JIS"}; header=present`,
    "Content-Disposition": `attachment; filename="noriai-report_${name}"; filename*=UTF-8''${encodeURIComponent("乗降データ")}_${name}`,
    "X-Replaced-Characters": String(replaced),
  };
  return ok({ raw: new Response(bytes, { headers }) });
};

export function rangeOf(
  query: { readonly from: string; readonly to: string },
  language: Language,
): Result<Range, Trouble> {
  const { field } = WORDS[language];
  const [from, to] = [parseServiceDate(query.from)!, parseServiceDate(query.to)!];
  const wrong = (message: string) =>
    fail<Trouble>({ kind: "invalid-input", fields: [{ name: "to", message }] });
  if (to < from) return wrong(field.rangeTurned);
  if (to > addDays(from, DAYS_MAX)) return wrong(field.rangeTooLong(DAYS_MAX));
  return ok({ from, to });
}

async function reportOf(
  { world, town, who }: Pick<Call<"getReport">, "world" | "town" | "who">,
  range: Range,
) {
  const { service } = town;
  const { days, refusals } = await world.store.inTenant(who.tenant, async (tx) => ({
    days: await tx.loadDays(service, range),
    refusals: await tx.listRefusals(range),
  }));
  return { report: serviceReport({ service, days, refusals }), refusals };
}

function presentReport({
  town: { service },
  range,
  report,
  refusals,
  role,
}: {
  readonly town: Town;
  readonly range: Range;
  readonly report: ServiceReport;
  readonly refusals: readonly Refusal[];
  readonly role: Role;
}): UsageReport {
  const write = writeIn(service.timeZone);
  const stopNames = new Map(service.stops.map(({ id, name }) => [id, name]));
  const { poolingPermille: _, ridesByChannel: __, ...totals } = report.totals;
  return {
    ...range,
    projectName: service.projectName,
    records: report.records.map((record) => presentRecord(record, { write, stopNames })),
    // By the calendar: a day on which nobody rode was operated too.
    totals: {
      ...totals,
      operatingDays: daysOf(range).filter((date) => isOperatingDay(service, date)).length,
    },
    punctuality: {
      pickups: presentKept(report.punctuality.pickups),
      arrivals: presentKept(report.punctuality.arrivals),
      calledOff: report.punctuality.calledOff,
    },
    byHour: report.byHour.map((hour) => ({ ...hour })),
    byStop: report.byStop.map((stop) => ({ ...stop })),
    refusals: refusals.map(({ at, request, rejections }) => ({
      at: write(at),
      trip: presentTrip(request, write),
      rejections: rejections.map((rejection) => presentRejection(rejection, { write, role })),
      channel: request.channel,
    })),
  };
}

const presentKept = ({ keptPermille, lateness, ...counts }: KeptPromises) => ({
  ...counts,
  keptPermille: keptPermille ?? null,
  lateness: lateness === undefined ? null : { ...lateness },
});

function presentRecord(
  record: BoardingRecord,
  { write, stopNames }: { readonly write: Write; readonly stopNames: ReadonlyMap<StopId, string> },
): UsageReport["records"][number] {
  const when = (at: EpochSeconds | undefined): string | null => (at === undefined ? null : write(at));
  return {
    serviceDate: record.serviceDate,
    bookingId: record.bookingId,
    vehicleId: record.vehicleId ?? null,
    fromStop: stopNames.get(record.from) ?? record.from,
    toStop: stopNames.get(record.to) ?? record.to,
    promisedPickupFrom: write(record.promisedPickupFrom),
    promisedPickupTo: write(record.promisedPickupTo),
    boardedAt: when(record.boardedAt),
    alightedAt: when(record.alightedAt),
    party: record.party,
    fareDue: record.fareDue,
    fareCollected: record.fareCollected,
    channel: record.channel,
    state: record.state,
    shared: record.shared,
  };
}

function daysOf({ from, to }: Range): ServiceDate[] {
  const days: ServiceDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(date);
  return days;
}

export const listAudit: Handler<"listAudit"> = async ({ world, town, who, query }) => {
  const write = writeIn(town.service.timeZone);
  const { limit, before } = query;
  const entries = await world.store.inTenant(who.tenant, (tx) => tx.listAudit(limit, before));
  return ok({
    body: {
      entries: entries.map(({ id, at, actor, role, event, subject, purpose }) => ({
        id,
        at: write(at),
        actor,
        role,
        event,
        subject,
        purpose,
      })),
    },
  });
};
