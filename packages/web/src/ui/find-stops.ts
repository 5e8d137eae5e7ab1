import type { Stop } from "@noriai/api";
import { folded } from "./folded.ts";

type Findable = Pick<Stop, "number" | "name" | "kana">;

/**
 * The stops that a word means: digits alone are the beginning of a number, anything else a part of name or reading.
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
  const found = stops.filter(
    ({ name, kana }) => folded(name).includes(wanted) || folded(kana).includes(wanted),
  );
  const begins = ({ name, kana }: S) => folded(name).startsWith(wanted) || folded(kana).startsWith(wanted);
  return found.toSorted((a, b) => Number(begins(b)) - Number(begins(a)));
}
