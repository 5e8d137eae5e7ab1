import { type EpochSeconds, fail, type MemberId, ok } from "@noriai/kernel";
import type { TenantTransaction } from "@noriai/store";
import type { Call, Handler } from "../call.ts";
import { csvAnswer } from "../csv-file.ts";
import type { StaffCall } from "../decide-on.ts";
import { ownDataCsv } from "../own-data-csv.ts";
import { OWN_DATA_WORDS } from "../own-data-words.ts";
import { presentBookings } from "../present/bookings.ts";
import { presentMemberPage } from "../present/members.ts";
import { type Write, writeIn } from "../present/trip.ts";
import type { Trouble } from "../trouble.ts";
import { presentChannel } from "./channels.ts";
import { presentHelper, presentHelping } from "./helping.ts";
import { standingFor } from "./member-care.ts";
import { ownAccess, ownMember, presentReading, presentStored } from "./my-data.ts";
import { allOwnRides, presentOwnRide } from "./my-rides.ts";

/** More of them than anybody reads; a log that grows for years must not be one answer. */
const READINGS_MOST = 5_000;

/**
 * Everything that is stored of the member, as a file in an open format (持ち出し): what their pages show, and under `rows`
 * what stands in every further table. Staff by their role. Noted in the audit log.
 */
export const getMyData: Handler<"getMyData"> = async (call) => {
  const { world, town, who, now } = call;
  const id = ownMember(call);
  if (!id.ok) return id;
  const bookings = await presentBookings({ world, town, memberId: id.value, who, now });
  const kept = await world.store.inTenant(who.tenant, async (tx) => {
    const tables = await tablesOf(call, tx, id.value);
    if (tables === undefined) return undefined;
    await noteExport(call, tx, { id: id.value, part: "all" });
    return { ...tables, ...(await restOf(call, tx, id.value)) };
  });
  if (kept === undefined) return fail<Trouble>({ kind: "not-found" });
  const writtenAt = writeIn(town.service.timeZone)(now);
  const body = { service: town.service.name, municipality: town.tenant.name, writtenAt, ...kept, bookings };
  return ok({ body, headers: { "Content-Disposition": 'attachment; filename="noriai-my-data.json"' } });
};

/** One table of it, for spreadsheets. */
export const getMyDataCsv: Handler<"getMyDataCsv"> = async (call) => {
  const { world, who, query } = call;
  const { part, language } = query;
  const id = ownMember(call);
  if (!id.ok) return id;
  const tables = await world.store.inTenant(who.tenant, async (tx) => {
    await noteExport(call, tx, { id: id.value, part });
    return tablesOf(call, tx, id.value);
  });
  if (tables === undefined) return fail<Trouble>({ kind: "not-found" });
  const file = ownDataCsv(part, tables, language);
  const name = OWN_DATA_WORDS[language].file[part];
  return ok({ raw: csvAnswer(file, { encoding: "utf-8", name, plainName: `noriai-my-${part}` }) });
};

const noteExport = (
  { who, now }: Pick<Call<"getMyData">, "who" | "now">,
  tx: TenantTransaction,
  { id, part }: { readonly id: MemberId; readonly part: string },
) => tx.appendAudit({ event: "own-data-exported", subject: id, detail: { part } }, who.actor, now);

async function tablesOf(call: StaffCall, tx: TenantTransaction, id: MemberId) {
  const { town, who, now } = call;
  const kept = await tx.readMember(id, ownAccess(call));
  if (kept === undefined) return undefined;
  const write = writeIn(town.service.timeZone);
  const rides = await allOwnRides(call, tx, id);
  const names = await tx.namesOfHelpers(id);
  const readings = await tx.listReadings(id, { except: who.account.id, limit: READINGS_MOST });
  return {
    record: presentMemberPage(kept, town, now),
    isAgeSeen: kept.record.ageUnseen !== true,
    rides: rides.map((ride) => presentOwnRide(ride, town)),
    readings: readings.map((reading) => presentReading(reading, { names, write })),
  };
}

/** What is no table: how the record came to be what it is, who is told and who helps. */
async function restOf(call: StaffCall, tx: TenantTransaction, id: MemberId) {
  const access = ownAccess(call);
  const write = writeIn(call.town.service.timeZone);
  return {
    stored: presentStored(await tx.countStored(id)),
    changes: await changesOf(tx, { id, access, write }),
    channels: (await tx.listChannels(id, access)).map(presentChannel),
    helpers: (await tx.listHelpers(id, access)).map((helper) => presentHelper(helper, write)),
    helping: await presentHelping(call, tx, id),
    recurring: (await tx.listRecurringOf(id)).map(({ channel, terms }) => ({ channel, ...terms })),
    missed: await missedBy(call, tx, id),
    rows: await rowsOf(call, tx, id),
  };
}

/** Where the member stands. What was noted about it, and by whom of the staff, is told with the rows, by role. */
async function missedBy(call: StaffCall, tx: TenantTransaction, id: MemberId) {
  const { missed, policy: _, ...standing } = await standingFor(call, tx, id);
  return { ...standing, rides: missed.map(({ notes: _, deeds: __, ...ride }) => ride) };
}

async function rowsOf({ town }: StaffCall, tx: TenantTransaction, id: MemberId) {
  const write = writeIn(town.service.timeZone);
  return written(await tx.takeOwnRows(id), write);
}

/** Names of instants among the numbers of a row. */
const INSTANT = /^(at|(\w+(At|Since|Until|From|To|By)))$/;
/** No other number under such a name is as large: the year 2001. */
const FIRST_INSTANT = 1_000_000_000;

/** Every instant of it as it is written for people. */
function written(value: unknown, write: Write): unknown {
  if (Array.isArray(value)) return value.map((each) => written(each, write));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      typeof each === "number" && each > FIRST_INSTANT && INSTANT.test(name)
        ? write(each as EpochSeconds)
        : written(each, write),
    ]),
  );
}

const changesOf = async (
  tx: TenantTransaction,
  {
    id,
    access,
    write,
  }: { readonly id: MemberId; readonly access: ReturnType<typeof ownAccess>; readonly write: Write },
) =>
  (await tx.listMemberChanges(id, access)).map(({ at, by, field, before, after }) => ({
    ...{ at: write(at), role: by.role },
    ...{ field, before, after },
  }));
