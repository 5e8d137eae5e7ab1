import type { Stop } from "@noriai/api";
import { foldKana } from "@noriai/kernel";
import { folded } from "./folded.ts";

type Findable = Pick<Stop, "number" | "name" | "kana" | "aliases">;

/**
 * The stops that a word means: digits alone are the beginning of a number, anything else a part of name, reading
 * or another name that people use.
 * Those that begin with the word come first; else the order stays. An empty word means all. Where nothing is written
 * like it, what sounds like it is meant: おーの is おおの.
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
  const written = findBy(stops, wanted, folded);
  const sound = foldKana(word);
  return written.length > 0 || sound === "" ? written : findBy(stops, sound, foldKana);
}

function findBy<S extends Findable>(
  stops: readonly S[],
  wanted: string,
  fold: (text: string) => string,
): readonly S[] {
  const words = ({ name, kana, aliases }: S) => [name, kana, ...aliases].map(fold);
  const found = stops.filter((stop) => words(stop).some((each) => each.includes(wanted)));
  const begins = (stop: S) => words(stop).some((each) => each.startsWith(wanted));
  return found.toSorted((a, b) => Number(begins(b)) - Number(begins(a)));
}
