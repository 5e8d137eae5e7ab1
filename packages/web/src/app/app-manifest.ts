import { useEffect } from "react";
import { addressOf } from "../server.ts";
import type { App } from "./app-of.ts";

/** Names the app that this page belongs to, so that the browser can install it. */
export function useAppManifest(tenant: string, app: App | undefined): void {
  useEffect(() => {
    if (app === undefined) return;
    const link = document.createElement("link");
    link.rel = "manifest";
    link.href = addressOf("getAppManifest", { params: { tenant, app } });
    document.head.append(link);
    return () => link.remove();
  }, [tenant, app]);
}
