import { readFileSync, statSync } from "node:fs";
import { fail, ok, type Result } from "@noriai/kernel";

/** Why a file named on the command line could not be read. */
export interface FileFault {
  readonly kind: "no-such-file" | "not-a-file" | "not-readable";
  readonly file: string;
}

/** Reads a whole file, or says in one word why not. */
export function readInputFile(file: string): Result<Uint8Array, FileFault> {
  try {
    if (!statSync(file).isFile()) return fail({ kind: "not-a-file", file });
    return ok(readFileSync(file));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return fail({ kind: isMissing ? "no-such-file" : "not-readable", file });
  }
}
