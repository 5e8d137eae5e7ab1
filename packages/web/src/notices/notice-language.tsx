import type { NoticeChannel } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { noticesMessages } from "../messages/notices/index.ts";
import { SelectField } from "../ui/field.tsx";

export type Language = NoticeChannel["language"];

/** In which language notices are written. */
export function NoticeLanguage({
  value,
  onChoose,
}: {
  value: Language;
  onChoose: (language: Language) => void;
}) {
  const { settings: t } = useMessages(noticesMessages);
  return (
    <SelectField
      label={t.language}
      value={value}
      onChange={({ target }) => onChoose(target.value as Language)}
    >
      {Object.entries(t.languages).map(([language, label]) => (
        <option key={language} value={language}>
          {label}
        </option>
      ))}
    </SelectField>
  );
}
