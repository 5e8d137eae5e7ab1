import type { Body } from "@noriai/api";
import { appWorker } from "../app/app-worker.ts";

type Subscription = Extract<Body<"addMyChannel">, { means: "push" }>["subscription"];

/** Whether this browser can be told by push at all. */
export const canPush = (): boolean => "serviceWorker" in navigator && "PushManager" in globalThis;

/**
 * Subscribes this browser at its push service, after asking its user.
 * @param pushKey  the server's public key, base64url
 * @returns nothing when the user or the browser says no
 */
export async function subscribe(pushKey: string): Promise<Subscription | undefined> {
  if ((await Notification.requestPermission()) !== "granted") return undefined;
  if ((await appWorker()) === undefined) return undefined;
  const { pushManager } = await navigator.serviceWorker.ready;
  try {
    const options = { userVisibleOnly: true, applicationServerKey: pushKey };
    return (await pushManager.subscribe(options)).toJSON() as Subscription;
  } catch {
    return undefined; // no push service within reach
  }
}
