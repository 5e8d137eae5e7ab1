import { readFileSync } from "node:fs";
import type { Service, Stop, Vehicle } from "@noriai/booking";
import {
  assert,
  type ServiceDate,
  type ServiceId,
  type StopId,
  type TenantId,
  type VehicleId,
} from "@noriai/kernel";
import { OSM_ATTRIBUTION } from "@noriai/travel";
import { crewAround } from "./crew.ts";
import { dataFile } from "./data-file.ts";
import type { DemoAccount, DemoMember, DemoTown } from "./demo-town.ts";
import { type Facility, readFacilities } from "./facilities.ts";
import { membersAround } from "./members.ts";
import { rulesAround } from "./rules.ts";
import { signOf } from "./stop-signs.ts";
import { readTownPoints } from "./towns.ts";
import { type FacilityStop, UBE_STOPS } from "./ube-stops.ts";

const VEHICLE = "v1" as VehicleId;
/** 俵田翁記念体育館: a municipal gymnasium in the middle of the area, with room to park. */
const DEPOT_FACILITY = "E3520200003111";

/**
 * 宇部市（デモ）: forty stops, one jumbo taxi of eight seats, thirty members, a road map.
 * @param today  the day around which calendar and birth dates are laid
 */
export function buildUbe(today: ServiceDate): DemoTown {
  const facilities = readFacilities();
  const members = membersAround(today);
  return {
    tenant: { id: "ube-demo" as TenantId, name: "宇部市（デモ）" },
    service: ubeService(today, facilities),
    members,
    accounts: [...ACCOUNTS, ...members.slice(1).map(riderOf)],
    crew: crewAround(today, VEHICLE),
    points: readTownPoints(),
    mapFile: dataFile("ube-roads.osm.pbf"),
    mapSource: "OpenStreetMap 宇部市中心部（2025年11月）",
    attribution: [
      OSM_ATTRIBUTION,
      "国土地理院「指定緊急避難場所データ」",
      "Geolonia 住所データ（CC BY 4.0）",
    ].join("、"),
  };
}

function ubeService(today: ServiceDate, facilities: ReadonlyMap<string, Facility>): Service {
  return {
    id: "ube-demand" as ServiceId,
    name: "のりあい宇部",
    projectName: "宇部市デマンド交通（デモ）",
    phoneNumber: "0836-00-1234",
    ...rulesAround(today),
    area: readArea(),
    stops: UBE_STOPS.map((stop, index) => stopOf({ stop, number: index + 1, facilities })),
    stopPairRules: [
      // A short walk apart: an example of a pair that a municipality may close.
      pairRule("s35", "s36", "歩いて5分ほどの近さです"),
      pairRule("s36", "s35", "歩いて5分ほどの近さです"),
    ],
    facilities: CLOSINGS,
    vehicles: [jumboTaxi(facilities)],
  };
}

/** When some places are closed: invented, so that the phone desk has something to ask about. */
const CLOSINGS: NonNullable<Service["facilities"]> = [
  closing("s09", "武道館", [2]),
  closing("s11", "鵜の島ふれあいセンター", [1]),
  closing("s15", "藤山ふれあいセンター", [1]),
];

function closing(stopId: string, name: string, closedWeekdays: readonly number[]) {
  return { stopId: stopId as StopId, name, closedWeekdays, closedOnHolidays: true };
}

/** Turns a facility into a stop; one that the table does not know is a bug. */
export function stopOf({
  stop,
  number,
  facilities,
}: {
  readonly stop: FacilityStop;
  readonly number: number;
  readonly facilities: ReadonlyMap<string, Facility>;
}): Stop {
  const facility = facilities.get(stop.facility);
  assert(facility !== undefined, `facility ${stop.facility} is in the table`);
  return {
    id: `s${String(number).padStart(2, "0")}` as StopId,
    number,
    name: stop.name ?? facility.name,
    kana: stop.kana,
    aliases: stop.aliases ?? [],
    position: facility.position,
    guidance: stop.guidance,
    sign: signOf(stop),
    active: {},
  };
}

const pairRule = (from: string, to: string, reason: string): Service["stopPairRules"][number] => ({
  from: from as StopId,
  to: to as StopId,
  reason,
});

/** 仕様書 3-(1)-⑥: one jumbo taxi, eight passengers. */
function jumboTaxi(facilities: ReadonlyMap<string, Facility>): Vehicle {
  const depot = facilities.get(DEPOT_FACILITY);
  assert(depot !== undefined, "the depot is in the table");
  return {
    id: VEHICLE,
    name: "のりあい1号車",
    plate: "山口 300 あ ・・・1",
    colour: "白",
    seats: 8,
    wheelchairPlaces: 1,
    seatsPerWheelchair: 2,
    depot: { name: `${depot.name} 駐車場`, position: depot.position },
  };
}

function readArea(): NonNullable<Service["area"]> {
  const feature = JSON.parse(readFileSync(dataFile("ube-area.geojson"), "utf8"));
  return feature.geometry.coordinates;
}

const ACCOUNTS: readonly DemoAccount[] = [
  { role: "rider", displayName: "山田 花子", memberNo: "10001" },
  { role: "call_operator", displayName: "予約センター 佐藤" },
  { role: "driver", displayName: "運転者 田中", vehicleId: VEHICLE },
  { role: "transport_operator", displayName: "運行事業者 配車担当" },
  { role: "municipality", displayName: "宇部市（デモ）交通政策担当" },
  { role: "auditor", displayName: "監査人" },
];

/** Every member has the page; the first one's is the one that visitors enter. */
const riderOf = ({ memberNo, name }: DemoMember): DemoAccount => ({
  role: "rider",
  displayName: name,
  memberNo,
});
