import { fail, ok, type Result, type TenantId } from "@noriai/kernel";
import { atTerminal } from "./at-terminal.ts";
import type { UnansweredCall } from "./call.ts";
import type { Language } from "./http/language.ts";
import { readContent } from "./http/read-content.ts";
import { isSameSite } from "./http/same-site.ts";
import type { Serving } from "./serving.ts";
import { isTenantName } from "./tenant-name.ts";
import type { Town } from "./town.ts";
import type { Towns } from "./towns.ts";
import type { Trouble } from "./trouble.ts";

/** Same site, then who may, then which town, then what is asked: what an outsider learns ends where access ends. */
export async function admit(serving: Serving, language: Language): Promise<Result<UnansweredCall, Trouble>> {
  const { served, incoming, rooms, towns, guard } = serving;
  const { world } = rooms;
  const { request, address } = incoming;
  if (!isSameSite(request, world.publicOrigin)) return fail({ kind: "cross-site" });
  const tenant = incoming.params.tenant as TenantId | undefined;
  if (tenant !== undefined && !isTenantName(tenant)) return fail({ kind: "not-found" });
  const admission = await guard({ world, access: served.route.access, tenant, request });
  if (!admission.ok && admission.error.kind !== "not-signed-in") return admission;
  const town = await townOf(towns, tenant);
  if (!town.ok) return town; // a tenant that does not exist is not found, whoever asks
  if (!admission.ok) return admission;
  const { value: who } = admission;
  const present = who && town.value && (await atTerminal(who, { world, town: town.value, now: world.now() }));
  const content = await readContent({ route: served.route, incoming, language });
  if (!content.ok) return content;
  const checked = { request, address, language, now: world.now(), town: town.value, who: present ?? who };
  // Which of these are there depends on the line; `Call<N>` says it to each handler.
  return ok({ ...rooms, ...checked, ...content.value } as unknown as UnansweredCall);
}

async function townOf(
  towns: Towns,
  tenant: TenantId | undefined,
): Promise<Result<Town | undefined, Trouble>> {
  const town = tenant && (await towns.find(tenant));
  return tenant !== undefined && town === undefined ? fail({ kind: "not-found" }) : ok(town);
}
