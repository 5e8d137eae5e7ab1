import type { Member, Service } from "@noriai/booking";
import type { Role } from "@noriai/identity";
import type { ServiceDate, TenantId, VehicleId } from "@noriai/kernel";
import type { DemoCrew } from "./crew.ts";
import type { TownPoint } from "./towns.ts";

/** A town to try the product in: everything a server needs to set it up. */
export interface DemoTown {
  readonly tenant: { readonly id: TenantId; readonly name: string };
  readonly service: Service;
  readonly members: readonly DemoMember[];
  readonly accounts: readonly DemoAccount[];
  readonly crew: DemoCrew;
  /** Places by whose names a stop nearby is found. */
  readonly points: readonly TownPoint[];
  /** Absolute path of the town's `.osm.pbf`. A town without a map runs on estimated travel times (概算). */
  readonly mapFile?: string;
  /** What the map is and of when, to be shown. */
  readonly mapSource?: string;
  /** Everybody whose data the town is made from. */
  readonly attribution: string;
}

/** An invented member. */
export interface DemoMember {
  readonly memberNo: string;
  readonly name: string;
  readonly kana: string;
  /** From the area code 0836 with the exchange 00, which does not exist. */
  readonly phone: string;
  readonly town: string;
  readonly birthDate: ServiceDate;
  readonly disability: Member["disability"];
  /** By which this member is told besides the phone; the addresses belong to nobody. */
  readonly channel?: { readonly means: "email" | "sms"; readonly address: string };
}

/** An account without a password: in the demo one enters by role with one click. */
export interface DemoAccount {
  readonly role: Role;
  readonly displayName: string;
  /** The member who is this rider. */
  readonly memberNo?: string;
  /** The vehicle that this driver drives. */
  readonly vehicleId?: VehicleId;
}
