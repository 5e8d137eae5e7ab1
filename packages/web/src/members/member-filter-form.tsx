import type { Query } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { SelectField, TextField } from "../ui/field.tsx";

/** Whom the list shows. Empty texts are not asked for. */
export interface MemberFilter {
  readonly words: string;
  readonly contact: string;
  readonly language: string;
  readonly need: string;
  readonly missed: boolean;
}

export const EVERYBODY: MemberFilter = { words: "", contact: "", language: "", need: "", missed: false };

export const queryOf = (filter: MemberFilter, page: number): Query<"listMembers"> => ({
  ...(filter.words.trim() !== "" && { q: filter.words.trim() }),
  ...(filter.contact !== "" && { contact: filter.contact as "text" }),
  ...(filter.language !== "" && { language: filter.language as "en" }),
  ...(filter.need !== "" && { need: filter.need as "help" }),
  ...(filter.missed && { missed: "yes" as const }),
  page,
});

/** Narrows the list; every change shows at once. */
export function MemberFilterForm({
  filter,
  onChange,
}: {
  filter: MemberFilter;
  onChange: (filter: MemberFilter) => void;
}) {
  const t = useMessages(membersMessages);
  const choices = { need: t.needs, contact: t.contacts, language: t.languages } as const;
  return (
    <form
      aria-label={t.filter.title}
      onSubmit={(event) => event.preventDefault()}
      className="mb-6 flex flex-col gap-4 rounded-12 bg-surface p-4"
    >
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))]">
        <TextField
          type="search"
          label={t.filter.words}
          hint={t.filter.wordsHint}
          autoComplete="off"
          maxLength={60}
          value={filter.words}
          onChange={({ target }) => onChange({ ...filter, words: target.value })}
        />
        {(Object.keys(choices) as (keyof typeof choices)[]).map((name) => (
          <SelectField
            key={name}
            label={t.filter[name]}
            value={filter[name]}
            onChange={({ target }) => onChange({ ...filter, [name]: target.value })}
          >
            <option value="">{t.filter.any}</option>
            {Object.entries(choices[name]).map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <label className="inline-flex min-h-11 items-center gap-3 text-lg">
        <input
          type="checkbox"
          className="size-6 accent-key-900"
          checked={filter.missed}
          onChange={({ target }) => onChange({ ...filter, missed: target.checked })}
        />
        {t.filter.missed}
      </label>
    </form>
  );
}
