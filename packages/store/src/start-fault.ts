/**
 * Why the store could not be opened: a name for programs and one sentence that tells a person what to do.
 * The sentence never holds a password.
 */
export interface StartFault {
  readonly kind: StartFaultKind;
  readonly reason: string;
}

export type StartFaultKind =
  | "data-folder-unusable"
  | "data-folder-in-use"
  | "database-binaries-missing"
  | "database-did-not-start"
  | "database-url-malformed"
  | "database-unreachable"
  | "database-login-refused"
  | "database-missing"
  | "database-too-old"
  | "database-encoding-unsuitable"
  | "database-owner-forbidden"
  | "database-role-forbidden"
  | "database-role-unsafe"
  | "database-isolation-broken"
  | "database-newer-than-program"
  | "master-key-malformed"
  | "master-key-wrong";

export const startFault = (kind: StartFaultKind, reason: string): StartFault => ({ kind, reason });
