import type { VehiclePapers } from "@noriai/booking";
import type { VehicleId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Acting } from "../words/crew.ts";
import { appendAudit } from "./audit.ts";

export async function listVehiclePapers({
  tenant,
  db,
}: Context): Promise<ReadonlyMap<VehicleId, VehiclePapers>> {
  const rows = await db
    .selectFrom("vehicle_papers")
    .select(["vehicle_id", "inspection_due"])
    .where("tenant_id", "=", tenant)
    .execute();
  return new Map(
    rows.map(({ vehicle_id, inspection_due }) => [vehicle_id, { inspectionDue: inspection_due }]),
  );
}

export async function saveVehiclePapers(
  context: Context,
  { vehicle, papers }: { readonly vehicle: VehicleId; readonly papers: VehiclePapers },
  acting: Acting,
): Promise<void> {
  const { inspectionDue } = papers;
  await context.db
    .insertInto("vehicle_papers")
    .values({
      tenant_id: context.tenant,
      vehicle_id: vehicle,
      inspection_due: inspectionDue,
      changed_at: acting.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "vehicle_id"])
        .doUpdateSet({ inspection_due: inspectionDue, changed_at: acting.now }),
    )
    .execute();
  const detail = { inspectionDue };
  await appendAudit(context, [{ event: "vehicle-papers-saved", subject: vehicle, detail }], acting);
  context.outgoing.push({ topic: "crew" });
}
