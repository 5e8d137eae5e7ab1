/** The only file of the faces that reads clock and chance of the browser. */

/** Milliseconds of a clock that never jumps; its zero has no meaning. */
export const elapsedMs = (): number => performance.now();

/** A new id for one intention of the user: repeated attempts carry it again. */
export const newIntention = (): string => crypto.randomUUID();

/** Languages that the browser asks for, best first. */
export const preferredLanguages = (): readonly string[] => navigator.languages;

/** Milliseconds since 1970 by the device's clock, which may be wrong: only for how long ago something was. */
export const deviceMs = (): number => Date.now();

/** Bytes that nobody can guess. */
export const randomBytes = (count: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(count));
