import { fail, ok, type Result } from "@noriai/kernel";

/** Something in a file is not as it must be: where, and what is needed there. */
export interface ShapeFault {
  /** As one would write it in JavaScript: `service.stops[3].number`. */
  readonly path: string;
  readonly need: Need;
}

/** What has to stand at a place. */
export type Need =
  | { readonly kind: "object" | "list" | "list-with-entries" | "text" | "yes-or-no" }
  | { readonly kind: "whole-number" | "number"; readonly min: number; readonly max: number }
  | { readonly kind: "date" | "date-order" | "time" | "time-order" | "time-zone" | "slug" | "ring" | "pace" }
  | { readonly kind: "no-such-field" }
  | { readonly kind: "only-once"; readonly value: string }
  | { readonly kind: "known-stop"; readonly value: string }
  | { readonly kind: "at-most"; readonly field: string };

/** Reads one value. On a fault it notes it and returns something that nobody will use. */
export type Read<T> = (value: unknown, at: At) => T;

export interface At {
  readonly path: string;
  readonly note: (fault: ShapeFault) => void;
}

/** Reads a whole value, or tells every fault in it, in the order of the file's shape. */
export function readShape<T>(read: Read<T>, value: unknown): Result<T, readonly ShapeFault[]> {
  const faults: ShapeFault[] = [];
  const result = read(value, { path: "", note: (fault) => faults.push(fault) });
  return faults.length === 0 ? ok(result) : fail(faults);
}

/** An object with exactly these fields; what is misspelt is noticed and not left out in silence. */
export function fields<T extends object>(readers: { readonly [K in keyof T]-?: Read<T[K]> }): Read<T> {
  return (value, at) => {
    if (!isRecord(value)) return missing(at, { kind: "object" });
    for (const name of Object.keys(value))
      if (!Object.hasOwn(readers, name)) missing(under(at, name), { kind: "no-such-field" });
    const entries = Object.entries<Read<unknown>>(readers).map(([name, read]) => [
      name,
      read(value[name], under(at, name)),
    ]);
    return Object.fromEntries(entries.filter(([, field]) => field !== undefined));
  };
}

export const optional =
  <T>(read: Read<T>): Read<T | undefined> =>
  (value, at) =>
    value === undefined ? undefined : read(value, at);

export const list =
  <T>(read: Read<T>, { least = 0 }: { readonly least?: number } = {}): Read<readonly T[]> =>
  (value, at) => {
    if (!Array.isArray(value)) return missing(at, { kind: "list" });
    if (value.length < least) return missing(at, { kind: "list-with-entries" });
    return value.map((entry, index) => read(entry, { ...at, path: `${at.path}[${index}]` }));
  };

/** An object whose names are data too, for instance dates. */
export const byName =
  <T>(readName: Read<unknown>, read: Read<T>): Read<Readonly<Record<string, T>>> =>
  (value, at) => {
    if (!isRecord(value)) return missing(at, { kind: "object" });
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => {
        readName(name, under(at, name));
        return [name, read(entry, under(at, name))];
      }),
    );
  };

/** Reads, and then looks at the whole; only at a whole that is sound in its parts. */
export const checked =
  <T>(read: Read<T>, check: (value: T, at: At) => void): Read<T> =>
  (value, at) => {
    let isSound = true;
    const result = read(value, {
      path: at.path,
      note(fault) {
        isSound = false;
        at.note(fault);
      },
    });
    if (isSound) check(result, at);
    return result;
  };

export const whole =
  ({ min = 0, max }: { readonly min?: number; readonly max: number }): Read<number> =>
  (value, at) =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max
      ? (value as number)
      : missing(at, { kind: "whole-number", min, max });

export const number =
  ({ min, max }: { readonly min: number; readonly max: number }): Read<number> =>
  (value, at) =>
    typeof value === "number" && value >= min && value <= max
      ? value
      : missing(at, { kind: "number", min, max });

export const text: Read<string> = (value, at) =>
  typeof value === "string" && value.trim() !== "" ? value : missing(at, { kind: "text" });

/** Text that may be empty. */
export const note: Read<string> = (value, at) =>
  typeof value === "string" ? value : missing(at, { kind: "text" });

export const yesOrNo: Read<boolean> = (value, at) =>
  typeof value === "boolean" ? value : missing(at, { kind: "yes-or-no" });

/** Text that a parser of ours turns into a value, or not. */
export const parsed =
  <T>(parse: (text: string) => T | undefined, need: Need): Read<T> =>
  (value, at) =>
    (typeof value === "string" ? parse(value) : undefined) ?? missing(at, need);

export const under = (at: At, name: string): At => ({
  ...at,
  path: at.path === "" ? name : `${at.path}.${name}`,
});

/** Notes what is needed here. */
export function missing(at: At, need: Need): never {
  at.note({ path: at.path, need });
  return undefined as never; // the whole is refused
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
