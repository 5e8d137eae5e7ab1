/**
 * Roles (役割) of accounts. Which role may do what stands in the route table; nothing is allowed by default.
 * 利用者・オペレーター・運転者・運行事業者・自治体・監査人
 */
export const ROLES = [
  "rider",
  "call_operator",
  "driver",
  "transport_operator",
  "municipality",
  "auditor",
] as const;

export type Role = (typeof ROLES)[number];

/** Parses an untrusted word into a role. */
export const parseRole = (text: string): Role | undefined => ROLES.find((role) => role === text);
