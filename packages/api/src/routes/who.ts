/** Where everything of one tenant lies. */
export const T = "/api/t/:tenant";

export const DESK = ["call_operator"] as const;
export const BOOKERS = ["rider", ...DESK] as const;
export const CONSOLE = ["call_operator", "transport_operator", "municipality"] as const;
export const DISPATCHERS = ["call_operator", "transport_operator"] as const;
export const CREW_HANDS = ["transport_operator"] as const;
export const CREW_READERS = [...CREW_HANDS, "municipality"] as const;
export const REPORTS = ["transport_operator", "municipality", "auditor"] as const;
