export { parseRole, ROLES, type Role } from "./role.ts";
