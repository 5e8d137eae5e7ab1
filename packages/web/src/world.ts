/** The only file of the faces that reads clock and chance of the browser. */

/** Milliseconds of a clock that never jumps; its zero has no meaning. */
export const elapsedMs = (): number => performance.now();

/** A new id for one intention of the user: repeated attempts carry it again. */
export const newIntention = (): string => crypto.randomUUID();

/** Languages that the browser asks for, best first. */
export const preferredLanguages = (): readonly string[] => navigator.languages;
