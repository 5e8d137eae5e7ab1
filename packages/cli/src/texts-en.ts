import { never } from "@noriai/kernel";
import type { AccountFault } from "@noriai/server";
import type { Mismatch } from "@noriai/store";
import type { AreaProblem, Damage, LimitedAmount, LooksLike, MapFault, MapReport } from "@noriai/travel";
import type { ArgumentFault } from "./parse-arguments.ts";
import type { FileFault } from "./read-input-file.ts";
import type { Need } from "./shape.ts";
import type { Texts } from "./texts.ts";

export const ENGLISH: Texts = {
  usage: `noriai – demand-responsive transport

  noriai serve
      Runs the server (the environment is described in docs/operations.md).
  noriai tenant add FILE
      Adds a municipality and its service from a JSON file (an example: docs/examples/town.json).
  noriai map import FILE [--area GEOJSON] [--tenant ID] [--force]
      Checks an .osm.pbf road map and reports what is in it. With --tenant it becomes that tenant's map;
      stop the server first when the database is the built-in one. --force: also when a place lies off its roads.
  noriai address import FILE --tenant ID
      The town's places (columns town, lat, lng of a CSV file), by which riders find a stop near an address.
  noriai account add --tenant ID --role ROLE --login LOGIN --name NAME [--member NUMBER] [--vehicle ID]
      Adds an account; the password is asked for, or read from standard input.
      Roles: rider, call_operator, driver, transport_operator, municipality, auditor.
  noriai replay --tenant ID --date DATE [--json]
      Decides a service date again from its log and compares every plan with the one of then.`,
  unknownCommand: (words) => `There is no command “${words}”. What there is:`,
  argumentFault,
  fileFault,
  notJson: (file) => `${file} is not JSON: give a GeoJSON file with a polygon.`,
  mapFault,
  mapReport,
  stopsOnRoads: ({ snapped, all }) => `${snapped} of ${all} stops lie by a road of this map.`,
  stopOffRoad: ({ number, name, meters, metersMax }) =>
    `  Stop ${number} ${name} is ${meters} m from the nearest road (at most ${metersMax} m): move it, or bring a larger map.`,
  depotOffRoad: ({ vehicle, name, meters, metersMax }) =>
    `  The depot ${name} of ${vehicle} is ${meters} m from the nearest road (at most ${metersMax} m): move it, or bring a larger map.`,
  placesOffMap: ({ stops, depots }) =>
    `Off the roads of this map lie: stops ${stops}, depots ${depots}. Nothing was saved: mend them as said above, or insist with --force; rides from and to such a stop are refused then.`,
  mapChecked: "The map can be used. Nothing was saved: name a tenant with --tenant to make it its map.",
  noStopOnMap: (tenant) =>
    `No stop of ${tenant} lies on this map: it seems to be another town's. Nothing was saved.`,
  mapSaved: (tenant) => `The map is now the map of ${tenant}. A running server uses it within seconds.`,
  addressFault: (fault, file) =>
    fault.kind === "no-column"
      ? `${file} has no column “${fault.column}” in its first line. Nothing was saved.`
      : `Line ${fault.line} of ${file} has no name, or no lat and lng. Nothing was saved: mend it and try again.`,
  addressesSaved: ({ tenant, count, withoutPoint }) =>
    `${count} places are now those of ${tenant}${withoutPoint === 0 ? "" : `; ${withoutPoint} without a point were left out`}.`,
  unknownTenant: ({ tenant, known }) =>
    `There is no tenant ${tenant}; ${known.length === 0 ? "there is none yet" : `there are: ${known.join(", ")}`}.`,
  unknownRole: (role) =>
    `There is no role ${role}: choose rider, call_operator, driver, transport_operator, municipality or auditor.`,
  passwordPrompt: "Password (at least 15 characters): ",
  passwordAgain: "The same once more: ",
  passwordsDiffer: "The two passwords differ. Nothing was saved; run the command again.",
  accountFault,
  accountAdded: ({ login, tenant }) => `The account ${login} of ${tenant} can sign in now.`,
  notJsonTown: (file) => `${file} is not JSON: give a file like docs/examples/town.json.`,
  townFault: ({ path, need }) => `${path === "" ? "The file" : path}: ${needOf(need)}.`,
  townNotSaved: ({ file, faults }) =>
    `${file} was not taken (${faults} ${faults === 1 ? "fault" : "faults"}). Nothing was saved; mend it and run the command again.`,
  tenantTaken: (tenant) =>
    `There is a tenant ${tenant} with a service already: choose another id. Nothing was changed.`,
  tenantAdded: ({ id, stops, vehicles }) =>
    `The tenant ${id} is there (stops: ${stops}, vehicles: ${vehicles}). Next: noriai map import, noriai account add.`,
  notADate: (text) => `“${text}” is not a date: write it as 2026-11-24.`,
  replayMismatch,
  replayOtherEngine: ({ engine, others }) =>
    `Decided by another engine (${others.join(", ")}) than this program's (${engine}): differences may come from there.`,
  replayVerdict: ({ tenant, date, decisions, mismatches }) =>
    mismatches === 0
      ? `${tenant} ${date}: ${decisions} decisions, every plan the same.`
      : `${tenant} ${date}: ${decisions} decisions, ${mismatches} ${mismatches === 1 ? "mismatch" : "mismatches"}.`,
  settingsFault: ({ en }) => en,
  startFault: ({ reason }) => reason,
};

function argumentFault(fault: ArgumentFault): string {
  switch (fault.kind) {
    case "missing-value":
      return `${fault.name} is missing.`;
    case "too-many-values":
      return `“${fault.value}” is one word too many; put names with spaces in quotes.`;
    case "unknown-option":
      return `There is no option --${fault.option} here.`;
    case "option-without-value":
      return `--${fault.option} needs a value.`;
    case "option-twice":
      return `--${fault.option} is given twice.`;
    case "missing-option":
      return `--${fault.option} is missing.`;
    default:
      return never(fault);
  }
}

function fileFault({ kind, file }: FileFault): string {
  switch (kind) {
    case "no-such-file":
      return `There is no file ${file}.`;
    case "not-a-file":
      return `${file} is not a file.`;
    case "not-readable":
      return `${file} may not be read by this user.`;
    default:
      return never(kind);
  }
}

function needOf(need: Need): string {
  switch (need.kind) {
    case "whole-number":
      return `write a whole number from ${need.min} to ${need.max}`;
    case "number":
      return `write a number from ${need.min} to ${need.max}`;
    case "only-once":
      return `“${need.value}” stands there twice; each needs its own`;
    case "known-stop":
      return `there is no stop “${need.value}”; name one of the stops`;
    case "at-most":
      return `write at most the value of ${need.field}`;
    default:
      return NEED[need.kind];
  }
}

const NEED: Record<
  Exclude<Need["kind"], "whole-number" | "number" | "only-once" | "known-stop" | "at-most">,
  string
> = {
  object: "write an object { … }",
  list: "write a list [ … ]",
  "list-with-entries": "the list has too few entries",
  text: "write a text",
  "yes-or-no": "write true or false",
  date: "write a date, for instance 2026-04-01",
  "date-order": "the last date lies before the first; swap them",
  time: "write a time of day, for instance 09:00",
  "time-order": "the end lies before the beginning; swap them",
  "time-zone": "write a time zone, for instance Asia/Tokyo",
  slug: "write an id of small letters, digits and -, at most 63",
  ring: "write points [longitude, latitude], the last one the same as the first",
  pace: "write hours in order with permille from 500 to 5000, and snow",
  "no-such-field": "there is no such field; check its spelling or take it out",
};

function accountFault(fault: AccountFault): string {
  switch (fault.kind) {
    case "unknown-tenant":
      return "There is no such tenant: check --tenant.";
    case "login-taken":
      return "Another account has this login: choose another --login.";
    case "login-malformed":
      return "The login may hold letters, digits and @ . _ + - (at most 100): choose another --login.";
    case "password-too-short":
      return `The password is too short: at least ${fault.lengthMin} characters.`;
    case "unknown-member":
      return "There is no member with this number: check --member.";
    case "member-needed":
      return "A rider is a member: give the member number with --member.";
    case "unknown-vehicle":
      return "The service has no such vehicle: check --vehicle.";
    case "vehicle-needed":
      return "A driver has a vehicle: give its id with --vehicle.";
    default:
      return never(fault);
  }
}

function replayMismatch(mismatch: Mismatch): string {
  switch (mismatch.kind) {
    case "log-begins-late":
      return `The log begins with version ${mismatch.version} of the plan; what came before was not logged.`;
    case "line-missing":
      return `Decision ${mismatch.no}: its line is missing.`;
    case "line-altered":
      return `Decision ${mismatch.no}: the line is not what was written.`;
    case "grounds-altered":
      return `Decision ${mismatch.no}: the service or the travel times it rested on are missing or altered.`;
    case "not-decidable":
      return `Decision ${mismatch.no}: cannot be decided again (${mismatch.because}).`;
    case "version-differs":
      return `Decision ${mismatch.no}: version ${mismatch.replayed} of the plan instead of ${mismatch.logged}.`;
    case "plan-differs":
      return `Decision ${mismatch.no}: another plan (SHA-256 ${mismatch.replayed} instead of ${mismatch.logged}).`;
    case "changes-differ":
      return `Decision ${mismatch.no}: the same plan, but another booking, promise, fare or refusal.`;
    case "stored-plan-differs":
      return `The plan that stands (version ${mismatch.version}) is not the one of the last decision.`;
    default:
      return never(mismatch);
  }
}

function mapFault(fault: MapFault, file: string): string {
  switch (fault.kind) {
    case "not-a-pbf":
      return `${file} is not an .osm.pbf file (it looks like ${LOOKS[fault.looksLike]}): download an extract in PBF form.`;
    case "damaged":
      return `${file} is damaged at byte ${fault.atByte} (${DAMAGE[fault.reason]}): download it again.`;
    case "unsupported":
      return `${file} uses “${fault.feature}”, which is not read here: write it anew with “osmium cat -o new.osm.pbf”.`;
    case "too-large":
      return `${file} is too large (${AMOUNT[fault.what]}: ${fault.size}, at most ${fault.sizeMax}): cut it to the town first.`;
    case "no-roads":
      return `${file} holds no road that cars may drive (${fault.waysRead} ways were read): take an extract with highways.`;
    case "no-roads-in-area":
      return `No road lies inside the area, ${fault.roadsOutside} lie outside: check that map and area belong together, longitude first.`;
    case "not-connected":
      return `No roads of ${file} (${fault.edges} directions) lead away and back again: take a larger extract.`;
    case "area-not-geojson":
      return `The area is not a GeoJSON polygon: ${AREA[fault.problem]}.`;
    case "not-a-road-map":
      return `The stored map is not one of ours (${fault.bytes} bytes): import it again.`;
    case "unknown-version":
      return `The stored map has version ${fault.version}, this program knows ${fault.versionKnown}: import it again.`;
    default:
      return never(fault);
  }
}

const LOOKS: Record<LooksLike, string> = {
  nothing: "an empty file",
  gzip: "a gzip file",
  zip: "a ZIP file",
  bzip2: "a bzip2 file",
  markup: "XML or a web page",
  json: "JSON",
  unknown: "something unknown",
};

const DAMAGE: Record<Damage, string> = {
  "cut-short": "it ends too early",
  "bad-frame": "a block has no sound head",
  "bad-compression": "a block cannot be unpacked",
  "bad-block": "a block makes no sense",
  "bad-checksum": "the checksum is wrong",
  "bad-content": "its contents contradict each other",
};

const AMOUNT: Record<LimitedAmount, string> = {
  "file-bytes": "bytes",
  "inflated-bytes": "bytes when unpacked",
  "block-items": "items in one block",
  "road-nodes": "points of roads",
  turns: "turns at junctions",
  "area-points": "points of the area",
};

const AREA: Record<AreaProblem, string> = {
  "not-an-object": "it is no GeoJSON object",
  "no-polygon": "there is no polygon in it",
  "bad-ring": "a ring is not closed or has too few points",
  "bad-coordinate": "a point is not [longitude, latitude]",
};

function mapReport(report: MapReport): readonly string[] {
  const { source, turnRestrictions, bounds } = report;
  const ignored = Object.values(turnRestrictions.ignored).reduce((sum, count) => sum + count, 0);
  return [
    `Roads        ${report.ways} ways for cars, ${report.kilometers} km, ${report.junctions} junctions, ${report.shapePoints} points`,
    `             ${report.waysClosedToCars} more ways are closed to cars`,
    `One-way      ${report.oneWayWays} ways${report.oneWayWays === 0 ? ": the map knows no one-way streets; routes may use streets the wrong way" : ""}`,
    `Turns        ${turnRestrictions.used} turn restrictions kept, ${ignored} not (${ignoredList(report)})`,
    `Connected    ${(report.coreLengthPermille / 10).toFixed(1)} % of the length can be driven to and from everywhere`,
    `Cut off      ${report.nodesMissing} points lie outside the file`,
    `Bounds       ${place(bounds.southWest)} to ${place(bounds.northEast)}`,
    `File         ${source.bytes} bytes, SHA-256 ${source.sha256}`,
    `Attribution  ${source.attribution}`,
  ];
}

const ignoredList = ({ turnRestrictions }: MapReport): string =>
  Object.entries(turnRestrictions.ignored)
    .map(([reason, count]) => `${reason} ${count}`)
    .join(", ");

const place = ({ lat, lng }: { readonly lat: number; readonly lng: number }): string =>
  `${lat.toFixed(4)}, ${lng.toFixed(4)}`;
