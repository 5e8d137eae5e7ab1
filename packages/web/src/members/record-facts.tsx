import type { MemberPage } from "@noriai/api";
import type { ReactNode } from "react";
import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { draftOf } from "./record-draft.ts";
import { useRecordWords } from "./use-record-words.ts";

/** The record as it is kept, with what can be done to it. */
export function RecordFacts({ page, children }: { page: MemberPage; children: ReactNode }) {
  const t = useMessages(membersMessages);
  const words = useRecordWords();
  const { fields } = t.changes;
  const facts = [
    [t.columns.memberNo, page.memberNo],
    [fields.kana, page.kana],
    [fields.phone, page.phone],
    [fields.town, page.town],
    [fields.birthDate, page.birthDate],
    [t.columns.fareClass, t.classes[page.fareClass]],
    [fields.disability, words.valueOf(draftOf(page), "hasDisability")],
    [fields.contact, t.contacts[page.contact]],
    [fields.language, t.languages[page.language]],
    [fields.needs, words.needs(page.needs)],
    [t.page.registered, page.registeredAt.slice(0, "2026-11-24".length)],
  ] as const;
  return (
    <section aria-label={t.page.record} className="rounded-12 border border-line p-5">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-lg lg:grid-cols-[auto_minmax(0,1fr)_auto_minmax(0,1fr)]">
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
      <div className="mt-5 flex flex-wrap gap-3">{children}</div>
    </section>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt className="text-quiet">{name}</dt>
    <dd className="min-w-0 tabular-nums">{value}</dd>
  </>
);
