import type { Answer } from "@noriai/api";
import {
  type FairnessFigures,
  type FairnessTable,
  LEAST_SHOWN,
  type MergedCounts,
  meshOf,
} from "@noriai/booking";
import { fail, ok, parseInstant, parseServiceDate, type StopId } from "@noriai/kernel";
import type { Call, Handler } from "../call.ts";
import { demandCsv } from "../demand-csv.ts";
import { type Demand, demandOf } from "../demand-of.ts";
import { WORDS } from "../messages.ts";
import type { Town } from "../town.ts";
import type { Trouble } from "../trouble.ts";
import { type Range, rangeOf } from "./report.ts";

type Figures = Answer<"getDemand">;

/** Demand that was not met, and acceptance and waiting by group. 仕様書 5-(4)-⑥ */
export const getDemand: Handler<"getDemand"> = async (call) => {
  const range = rangeOf(call.query, call.language);
  if (!range.ok) return range;
  const demand = await readDemand(call, range.value);
  return ok({ body: present(call.town, range.value, demand) });
};

const readDemand = (
  { world, town: { service }, who, now }: Call<"getDemand"> | Call<"getDemandCsv">,
  range: Range,
): Promise<Demand> => world.store.inTenant(who.tenant, (tx) => demandOf(tx, { service, range, now }));

/** The same as a file. Every export stands in the audit log. */
export const getDemandCsv: Handler<"getDemandCsv"> = async (call) => {
  const { world, town, who, query, now } = call;
  const range = rangeOf(query, call.language);
  if (!range.ok) return range;
  const { encoding } = query;
  const demand = await readDemand(call, range.value);
  const { bytes, rows, replaced } = demandCsv({ service: town.service, demand, encoding });
  const { from, to } = range.value;
  const detail = { from, to, encoding, rows, replaced, table: "demand" };
  const entry = { event: "report-exported", subject: `${from}/${to}`, purpose: "report", detail } as const;
  await world.store.inTenant(who.tenant, (tx) => tx.appendAudit(entry, who.actor, now));
  const name = `${from}_${to}.csv`;
  const headers = {
    "Content-Type": `text/csv; charset=${encoding === "utf-8" ? "utf-8" : "Shift_JIS"}; header=present`,
    "Content-Disposition": `attachment; filename="noriai-demand_${name}"; filename*=UTF-8''${encodeURIComponent("需要と公平性")}_${name}`,
    "X-Replaced-Characters": String(replaced),
  };
  return ok({ raw: new Response(bytes, { headers }) });
};

function present({ service }: Town, range: Range, { unmet, fairness }: Demand): Figures {
  const stops = Map.groupBy(service.stops, ({ position }) => meshOf(position));
  const areas = Object.fromEntries([...stops].map(([mesh, own]) => [mesh, own.map(({ id }) => id)]));
  const { total, afterRefusal, byChannel, byClass, byWheelchair, byArea } = fairness;
  return {
    ...range,
    projectName: service.projectName,
    least: LEAST_SHOWN,
    ...{ refused: unmet.refused, abandoned: unmet.abandoned, left: unmet.left },
    byHour: counts(unmet.byHour, (hour) => ({ hour })),
    byPair: counts(unmet.byPair, (pair) => ({ ...pair })),
    byReason: counts(unmet.byReason, (reason) => ({ reason })),
    fairness: {
      total: presentFigures(total),
      afterRefusal,
      byChannel: presentTable(byChannel),
      byClass: presentTable(byClass),
      byWheelchair: presentTable(byWheelchair),
      byArea: presentTable(byArea),
      areas,
    },
  };
}

const counts = <Key, Name extends object>(
  { rows, others }: MergedCounts<Key>,
  nameOf: (key: Key) => Name,
) => ({
  rows: rows.map(({ key, count }) => ({ ...nameOf(key), count })),
  others: others ?? null,
});

function presentTable(table: FairnessTable<string>): Figures["fairness"]["byChannel"] {
  if (table.kind === "too-few") return { kind: "too-few", rows: [], others: null };
  return {
    kind: "table",
    rows: table.rows.map((row) => ({ key: row.key, ...presentFigures(row) })),
    others: table.others === undefined ? null : presentFigures(table.others),
  };
}

const presentFigures = ({ asked, accepted, refused, abandoned, ...rest }: FairnessFigures) => ({
  ...{ asked, accepted, refused, abandoned },
  acceptance: rest.acceptance === undefined ? null : { ...rest.acceptance },
  shift: rest.shift === undefined ? null : { ...rest.shift },
  wait: rest.wait === undefined ? null : { ...rest.wait },
});

/** Keeps a search that was left: stops, day and time, and nothing of who searched. */
export const leaveSearch: Handler<"leaveSearch"> = async (call) => {
  const { world, town, who, params, body, now, language } = call;
  const known = new Set<string>(town.service.stops.map(({ id }) => id));
  const unknown = (["from", "to"] as const).filter((name) => !known.has(body[name]));
  if (unknown.length > 0) {
    const message = WORDS[language].field.stopUnknown;
    return fail<Trouble>({ kind: "invalid-input", fields: unknown.map((name) => ({ name, message })) });
  }
  const wishedAt = body.wishedAt === undefined ? undefined : parseInstant(body.wishedAt);
  const search = {
    channel: who.account.role === "rider" ? "web" : "phone",
    ...{ from: body.from as StopId, to: body.to as StopId },
    serviceDate: parseServiceDate(body.serviceDate)!,
    ...(wishedAt !== undefined && { wishedAt }),
    isAsked: body.asked,
  } as const;
  await world.store.inTenant(who.tenant, (tx) => tx.leaveSearch(params.searchId, search, now));
  return ok({ body: null });
};
