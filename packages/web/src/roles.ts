import type { Session } from "@noriai/api";

export type Role = Session["role"];

/** The pages of a tenant and who may open them, in the order of the header. */
export const PAGES = [
  { page: "ride", path: "/t/$tenant/ride", roles: ["rider"] },
  { page: "desk", path: "/t/$tenant/desk", roles: ["call_operator"] },
  { page: "drive", path: "/t/$tenant/drive", roles: ["driver"] },
  { page: "board", path: "/t/$tenant/board", roles: ["call_operator", "transport_operator", "municipality"] },
  {
    page: "bookings",
    path: "/t/$tenant/bookings",
    roles: ["call_operator", "transport_operator", "municipality"],
  },
  { page: "members", path: "/t/$tenant/members", roles: ["call_operator"] },
  { page: "recurring", path: "/t/$tenant/recurring", roles: ["call_operator"] },
  { page: "crew", path: "/t/$tenant/crew", roles: ["transport_operator", "municipality"] },
  { page: "stop-care", path: "/t/$tenant/stop-care", roles: ["transport_operator", "municipality"] },
  {
    page: "past",
    path: "/t/$tenant/past",
    roles: ["call_operator", "transport_operator", "municipality", "auditor"],
  },
  { page: "paper", path: "/t/$tenant/paper", roles: ["call_operator", "transport_operator"] },
  {
    page: "outbox",
    path: "/t/$tenant/outbox",
    roles: ["call_operator", "transport_operator", "municipality"],
  },
  { page: "report", path: "/t/$tenant/report", roles: ["transport_operator", "municipality", "auditor"] },
] as const satisfies readonly { page: string; path: string; roles: readonly Role[] }[];

export type Page = (typeof PAGES)[number];
export type PageName = Page["page"];

export const mayOpen = (role: Role, { roles }: Page): boolean => (roles as readonly Role[]).includes(role);

/** Every page a role may open; the first is its own. */
export const pagesOf = (role: Role): readonly Page[] => PAGES.filter((page) => mayOpen(role, page));

export const ownPageOf = (role: Role): Page => pagesOf(role)[0]!;
