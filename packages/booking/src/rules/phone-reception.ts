/** By phone, requests are received while the phone desk is open (電話受付時間), or when a supervisor allows it. */

import { phoneOpen, phoneOpensNext } from "../calendar.ts";
import type { Rule } from "./rule.ts";

/** @see 仕様書 3-(2)-② 電話受付時間, D-05 */
export const phoneReception: Rule = ({ world: { service, now }, request }) => {
  if (request.channel !== "phone" || request.supervised || phoneOpen(service, now)) return [];
  const opens = phoneOpensNext(service, now);
  return [{ kind: "phone-closed", ...(opens !== undefined && { opens }) }];
};
