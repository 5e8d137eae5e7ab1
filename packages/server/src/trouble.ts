import type { Problem } from "@noriai/api";

/** Expected ways in which a request comes to nothing. The server words them; `kind` is for the faces. */
export type TroubleKind = keyof typeof STATUS;

/** HTTP status of each kind of trouble, the only place where the two meet. */
export const STATUS = {
  "invalid-input": 400,
  "not-json": 400,
  "missing-idempotency-key": 400,
  "not-signed-in": 401,
  "wrong-credentials": 401,
  "wrong-code": 401,
  "passkey-refused": 401,
  "not-allowed": 403,
  "cross-site": 403,
  "not-found": 404,
  "method-not-allowed": 405,
  "not-possible-now": 409,
  "idempotency-key-reused": 409,
  "body-too-large": 413,
  "wrong-content-type": 415,
  "wrong-host": 421,
  "too-many-attempts": 429,
  internal: 500,
  busy: 503,
  unavailable: 503,
} as const;

export interface Trouble {
  readonly kind: TroubleKind;
  /** What to mend, already in the user's language. */
  readonly fields?: NonNullable<Problem["fields"]>;
  /** What the decision said, for the face to word. */
  readonly rejections?: NonNullable<Problem["rejections"]>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The rule that stood against a command, as trouble. */
export const notPossible = (rejection: { readonly kind: string }): Trouble => ({
  kind: "not-possible-now",
  rejections: [{ ...rejection }],
});
