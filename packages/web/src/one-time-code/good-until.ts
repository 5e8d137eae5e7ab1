import { deviceMs } from "../world.ts";

/** A code that was sent, with the device's time in milliseconds at which it ends. One that has it keeps it. */
export const goodUntil = <S extends { readonly goodForSeconds: number }>(
  sent: S,
): S & { readonly untilMs: number } => ({ untilMs: deviceMs() + sent.goodForSeconds * 1000, ...sent });

/** Whether a code that was kept can still be typed; none at all is as good as ever. */
export const isStillGood = ({ sent }: { readonly sent?: { readonly untilMs: number } }): boolean =>
  sent === undefined || sent.untilMs > deviceMs();
