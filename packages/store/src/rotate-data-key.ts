import type { EpochSeconds, TenantId } from "@noriai/kernel";
import type { Context, ContextSource } from "./context.ts";
import { inTenantContext } from "./context.ts";
import type { Actor } from "./door.ts";
import { newWrappedKey } from "./keys.ts";
import { resealAccounts } from "./repositories/accounts.ts";
import { appendAudit } from "./repositories/audit.ts";
import { resealBookings } from "./repositories/bookings.ts";
import { resealCalls } from "./repositories/calls.ts";
import { addWrappedKey, listWrappedKeys } from "./repositories/data-keys.ts";
import { resealDelegates } from "./repositories/delegates.ts";
import { resealDevices } from "./repositories/devices.ts";
import { resealDrivers } from "./repositories/drivers.ts";
import { resealIntakeStops } from "./repositories/intake-stops.ts";
import { resealMemberChanges } from "./repositories/member-changes.ts";
import { resealChannels } from "./repositories/member-channels.ts";
import { resealEvidence } from "./repositories/member-evidence.ts";
import { resealMembers } from "./repositories/members.ts";
import { resealNoShowNotes } from "./repositories/no-show-notes.ts";
import { resealRegistrations } from "./repositories/registrations.ts";

/**
 * Gives the tenant a new data key, then seals its members, accounts and reasons (of cancellations, of stops of intake) with it. Older keys
 * stay readable, also for what is never written again (remembered answers). The blind indexes keep their own key.
 * @returns the new key's version
 */
export async function rotateDataKey(
  source: ContextSource,
  rotating: { readonly tenant: TenantId; readonly by: Actor; readonly now: EpochSeconds },
): Promise<number> {
  const version = await inTenantContext(source, rotating.tenant, (context) => addDataKey(source, context));
  await inTenantContext(source, rotating.tenant, async (context) => {
    await resealMembers(context);
    await resealMemberChanges(context);
    await resealNoShowNotes(context);
    await resealAccounts(context);
    await resealBookings(context);
    await resealIntakeStops(context);
    await resealDrivers(context);
    await resealDevices(context);
    await resealChannels(context);
    await resealCalls(context);
    await resealDelegates(context);
    await resealRegistrations(context);
    await resealEvidence(context);
    await appendAudit(context, [{ event: "data-key-rotated", subject: `version ${version}` }], rotating);
  });
  return version;
}

async function addDataKey({ masterKey, randomBytes }: ContextSource, context: Context): Promise<number> {
  const keys = await listWrappedKeys(context);
  const version =
    1 + Math.max(...keys.filter(({ purpose }) => purpose === "fields").map((key) => key.version));
  const { tenant } = context;
  await addWrappedKey(context, newWrappedKey({ masterKey, tenant, purpose: "fields", version, randomBytes }));
  return version;
}
