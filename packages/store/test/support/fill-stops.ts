import type { BookingId, EventId, StopId, TenantId } from "@noriai/kernel";
import type { Store } from "../../src/door.ts";
import { DESK, MONDAY, T0 } from "./town.ts";

/** A reported stop, a note about a marker, a return wished without a time and a place of the town. */
export async function fillStops(store: Store, tenant: TenantId, words: string): Promise<void> {
  const acting = { by: DESK, now: T0 };
  const stopId = "S1" as StopId;
  await store.inTenant(tenant, async (tx) => {
    await tx.reportStop({ id: `${tenant}-SR1` as EventId, stopId, trouble: "buried", at: T0, words }, acting);
    await tx.addStopRecord({ stopId, kind: "consent", on: MONDAY, words }, acting);
    await tx.saveStopPhoto({ stopId, takenOn: MONDAY, picture: Uint8Array.of(0xff, 0xd8) }, acting);
    await tx.wishReturn(`${tenant}-B1` as BookingId, acting);
    await tx.saveAddressPoints([{ name: "琴芝町一丁目", lat: 33.95, lng: 131.25 }]);
  });
}
