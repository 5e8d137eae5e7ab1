export type Language = "ja" | "en";

/** The language of the answer's own sentences: the better wished of the two we speak; Japanese when nothing is said. */
export function languageOf(acceptLanguage: string | null): Language {
  let best: Language = "ja";
  let bestWeight = 0;
  for (const entry of (acceptLanguage ?? "").slice(0, 200).split(",")) {
    const [tag = "", ...options] = entry.trim().toLowerCase().split(";");
    const language = tag.startsWith("ja") ? "ja" : tag.startsWith("en") ? "en" : undefined;
    const weight = weightOf(options);
    if (language !== undefined && weight > bestWeight) [best, bestWeight] = [language, weight];
  }
  return best;
}

function weightOf(options: readonly string[]): number {
  const q = options.map((option) => option.trim()).find((option) => option.startsWith("q="));
  const weight = q === undefined ? 1 : Number(q.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
