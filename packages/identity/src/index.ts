export { hashPassword, PASSWORD_COST, type PasswordCost, SALT_BYTES, verifyPassword } from "./password.ts";
export { parseRole, ROLES, type Role } from "./role.ts";
export {
  hashOfToken,
  isSessionToken,
  sessionEnd,
  sessionLength,
  sessionToken,
  TOKEN_BYTES,
} from "./session-token.ts";
export {
  CODE_SECONDS,
  DIGITS_BYTES,
  hashOfCode,
  isGuessable,
  isPin,
  newDeviceCode,
  newPin,
  PIN_TRIES_MAX,
} from "./terminal.ts";
