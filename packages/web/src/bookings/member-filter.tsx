import { useState } from "react";
import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import type { BookingFilter } from "./booking-filter.ts";

const SHORTEST = 2;

/** Narrows the list to one member, found as at the phone desk. The address of the page names nobody. */
export function MemberFilter({
  filter,
  onChange,
}: {
  filter: BookingFilter;
  onChange: (filter: BookingFilter) => void;
}) {
  const { filter: t } = useMessages(bookingsMessages);
  const { tenant } = useTenancy();
  const [typed, setTyped] = useState("");
  const q = typed.trim();
  const { data } = useRead(
    "searchMembers",
    { params: { tenant }, query: { q } },
    { enabled: q.length >= SHORTEST },
  );
  if (filter.member !== undefined)
    return (
      <Button look="outline" onClick={() => onChange({ ...filter, member: undefined })}>
        {t.memberAll(filter.member.name)}
      </Button>
    );
  const found = q.length >= SHORTEST ? data?.members : undefined;
  return (
    <div className="min-w-[min(20rem,100%)]">
      <TextField
        type="search"
        label={t.member}
        hint={t.memberHint}
        autoComplete="off"
        maxLength={60}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p role="status">{found?.length === 0 && t.memberNone}</p>
      {found !== undefined && found.length > 0 && (
        <ul aria-label={t.memberFound} className="mt-1 rounded-8 border border-edge bg-white">
          {found.map(({ id, name, kana, memberNo }) => (
            <li key={id} className="border-b border-line last:border-b-0">
              <button
                type="button"
                className="flex min-h-11 w-full flex-wrap items-baseline gap-x-3 px-3 py-2 text-left hover:bg-key-50"
                onClick={() => {
                  setTyped("");
                  onChange({ ...filter, member: { id, name } });
                }}
              >
                <span className="font-bold">{name}</span>
                <span>{kana}</span>
                <span className="text-quiet tabular-nums">{memberNo}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
