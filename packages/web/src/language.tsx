import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";
import { preferredLanguages } from "./world.ts";

/** 日本語, やさしい日本語, English. */
export const LANGUAGES = ["ja", "ja-easy", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text table in every language; the Japanese one gives the shape. */
export type InEveryLanguage<Messages> = Readonly<Record<Language, Messages>>;

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const KEY = "noriai.language";
const LanguageContext = createContext<LanguageChoice>({ language: "ja", choose: () => {} });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = tagOf(language);
  }, [language]);
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      choose: (next) => {
        localStorage.setItem(KEY, next);
        document.documentElement.lang = tagOf(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export const useLanguage = (): LanguageChoice => use(LanguageContext);

/** The texts of one face in the language of the page. */
export const useMessages = <Messages,>(table: InEveryLanguage<Messages>): Messages =>
  table[useLanguage().language];

/** The tag for `lang`: easy Japanese is Japanese to a screen reader. */
export const tagOf = (language: Language): string => (language === "en" ? "en" : "ja");

function firstLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  const known = LANGUAGES.find((language) => language === kept);
  if (known !== undefined) return known;
  const wanted = preferredLanguages().find((tag) => /^(ja|en)\b/i.test(tag));
  return wanted?.toLowerCase().startsWith("en") ? "en" : "ja";
}
