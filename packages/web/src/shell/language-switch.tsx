import { useId } from "react";
import { LANGUAGES, type Language, tagOf, useLanguage, useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";

export function LanguageSwitch() {
  const { header } = useMessages(shellMessages);
  const { language, choose } = useLanguage();
  const id = useId();
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="sr-only">
        {header.language}
      </label>
      <select
        id={id}
        value={language}
        onChange={(event) => choose(event.target.value as Language)}
        className="min-h-11 rounded-8 border border-edge bg-white px-2 text-base"
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={tagOf(each)}>
            {header.languageNames[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
