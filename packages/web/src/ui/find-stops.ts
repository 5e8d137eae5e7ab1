import type { Stop } from "@noriai/api";
import { folded } from "./folded.ts";

type Findable = Pick<Stop, "number" | "name" | "kana" | "aliases">;

/**
 * The stops that a word means: digits alone are the beginning of a number, anything else a part of name, reading
 * or another name that people use.
 * Those that begin with the word come first; else the order stays. An empty word means all.
 */
export function findStops<S extends Findable>(stops: readonly S[], word: string): readonly S[] {
  const wanted = folded(word);
  if (wanted === "") return stops;
  if (/^\d+$/.test(wanted)) {
    const byNumber = stops.filter(({ number }) => String(number).startsWith(String(Number(wanted))));
    return byNumber.toSorted(
      (a, b) => Number(b.number === Number(wanted)) - Number(a.number === Number(wanted)),
    );
  }
  const words = ({ name, kana, aliases }: S) => [name, kana, ...aliases].map(folded);
  const found = stops.filter((stop) => words(stop).some((each) => each.includes(wanted)));
  const begins = (stop: S) => words(stop).some((each) => each.startsWith(wanted));
  return found.toSorted((a, b) => Number(begins(b)) - Number(begins(a)));
}
