export {
  CODE_AGAIN_SECONDS,
  CODES_COUNTED_SECONDS,
  CODES_PER_ASKER,
  CODES_PER_TARGET,
  type CodeWindow,
  codeWait,
} from "./code-wait.ts";
export { INVITATION_SECONDS, newInvitationCode, parseInvitationCode } from "./invitation.ts";
export {
  newOneTimeCode,
  ONE_TIME_CODE_SECONDS,
  ONE_TIME_CODE_TRIES_MAX,
  parseOneTimeCode,
} from "./one-time-code.ts";
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
