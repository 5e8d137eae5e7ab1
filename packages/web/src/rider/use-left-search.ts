import { useCallback, useEffect, useRef } from "react";
import { useReadNow } from "../clock.tsx";
import { addressOf } from "../server.ts";
import { useTenancy } from "../shell/session.ts";
import { wallTimeOf } from "../wall-time.ts";
import { newIntention } from "../world.ts";
import type { Draft, Step } from "./draft.ts";
import { type LeftSearch, leftSearchOf } from "./left-search.ts";

const keyOf = (tenant: string) => `noriai.search.${tenant}`;

/**
 * Tells the service of a search that is left before anything was asked for: the page is closed, or the rider stops. A
 * search that is taken up again in this window and asked for is taken back.
 *
 * @returns to be called when the rider stops
 */
export function useLeftSearch(draft: Draft, step: Step | undefined): () => void {
  const { tenant, service } = useTenancy();
  const readNow = useReadNow();
  const today = () => wallTimeOf(readNow(), service.timeZone).date;
  const open =
    step === "offer" ? undefined : leftSearchOf(draft, { today: today(), timeZone: service.timeZone });
  const search = useRef(open);
  useEffect(() => {
    search.current = open;
  });

  const leave = useCallback(() => {
    if (search.current === undefined) return;
    const id = sessionStorage.getItem(keyOf(tenant)) ?? newIntention();
    sessionStorage.setItem(keyOf(tenant), id);
    tell({ tenant, id }, { ...search.current, asked: false });
  }, [tenant]);
  useEffect(() => {
    addEventListener("pagehide", leave);
    return () => removeEventListener("pagehide", leave);
  }, [leave]);

  const askedFor =
    step === "offer" ? leftSearchOf(draft, { today: today(), timeZone: service.timeZone }) : undefined;
  useEffect(() => {
    const id = sessionStorage.getItem(keyOf(tenant));
    if (askedFor === undefined || id === null) return;
    sessionStorage.removeItem(keyOf(tenant));
    tell({ tenant, id }, { ...askedFor, asked: true });
  });
  return useCallback(() => {
    leave();
    sessionStorage.removeItem(keyOf(tenant)); // the next search is another
  }, [leave, tenant]);
}

/** It has to arrive after the page is gone; nobody waits for its answer. */
function tell({ tenant, id }: { tenant: string; id: string }, body: LeftSearch & { asked: boolean }): void {
  void fetch(addressOf("leaveSearch", { params: { tenant, searchId: id }, body }), {
    method: "PUT",
    keepalive: true,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => {});
}
