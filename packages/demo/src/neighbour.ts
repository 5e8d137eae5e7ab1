import type { Service } from "@noriai/booking";
import { assert, type ServiceDate, type ServiceId, type TenantId, type VehicleId } from "@noriai/kernel";
import { crewAround } from "./crew.ts";
import type { DemoAccount, DemoTown } from "./demo-town.ts";
import { type Facility, readFacilities } from "./facilities.ts";
import { membersAround } from "./members.ts";
import { rulesAround } from "./rules.ts";
import { readTownPoints } from "./towns.ts";
import { stopOf } from "./ube.ts";
import type { FacilityStop } from "./ube-stops.ts";

const VEHICLE = "v1" as VehicleId;

/** Facilities in the north of Ube, beyond the road map: the town is invented, its places are not. */
const STOPS: readonly FacilityStop[] = [
  {
    facility: "E3520200122111",
    kana: "くすのきそうごうせんたー",
    guidance: "正面玄関の前でお待ちください。",
  },
  {
    facility: "E3520200080111",
    kana: "ふなきふれあいせんたー",
    guidance: "正面玄関の前でお待ちください。",
  },
  {
    facility: "E3520200082111",
    kana: "ふなきしょうがっこう",
    aliases: ["船木小"],
    guidance: "正門の前、歩道側でお待ちください。",
  },
  {
    facility: "E3520200077111",
    kana: "まぐらふれあいせんたー",
    guidance: "正面玄関の前でお待ちください。",
  },
  {
    facility: "E3520200076111",
    kana: "くすのきわかものせんたー",
    guidance: "建物の前、道路側でお待ちください。",
  },
];

/**
 * となり町（デモ）: five stops, one vehicle, no road map. It shows estimated travel times (概算), and that one town sees
 * nothing of another.
 */
export function buildNeighbour(today: ServiceDate): DemoTown {
  return {
    tenant: { id: "ube-tonari" as TenantId, name: "となり町（デモ）" },
    service: neighbourService(today, readFacilities()),
    // A town that runs by phone alone.
    members: membersAround(today)
      .slice(1, 6)
      .map(({ channel: _, ...member }) => member),
    accounts: ACCOUNTS,
    crew: crewAround(today, VEHICLE),
    points: readTownPoints(),
    attribution: "国土地理院「指定緊急避難場所データ」、Geolonia 住所データ（CC BY 4.0）",
  };
}

function neighbourService(today: ServiceDate, facilities: ReadonlyMap<string, Facility>): Service {
  const stops = STOPS.map((stop, index) => stopOf({ stop, number: index + 1, facilities }));
  const first = stops[0];
  assert(first !== undefined, "the town has stops");
  return {
    id: "tonari-demand" as ServiceId,
    name: "となり町のりあい号",
    projectName: "となり町デマンド交通（デモ）",
    phoneNumber: "0836-00-5678",
    ...rulesAround(today),
    stops,
    stopPairRules: [],
    vehicles: [
      {
        id: VEHICLE,
        name: "となり号",
        plate: "山口 500 あ ・・・2",
        colour: "青",
        seats: 4,
        wheelchairPlaces: 0,
        seatsPerWheelchair: 0,
        depot: { name: `${first.name} 駐車場`, position: first.position },
      },
    ],
  };
}

const ACCOUNTS: readonly DemoAccount[] = [
  { role: "rider", displayName: "佐々木 義男", memberNo: "10002" },
  { role: "call_operator", displayName: "となり町予約センター" },
  { role: "driver", displayName: "運転者 木村", vehicleId: VEHICLE },
  { role: "transport_operator", displayName: "となり町の運行事業者" },
  { role: "municipality", displayName: "となり町（デモ）企画担当" },
  { role: "auditor", displayName: "となり町の監査人" },
];
