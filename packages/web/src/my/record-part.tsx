import type { MyRecord } from "@noriai/api";
import { useRef, useState } from "react";
import { useMessages } from "../language.tsx";
import { myMessages } from "../messages/my/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { wallTimeOf } from "../wall-time.ts";
import { OwnRecordForm } from "./own-record-form.tsx";

type Record = MyRecord["record"];
type Shown = Pick<MyRecord, "record" | "guardian">;

/** The record as it is kept; what needs no papers is changed here. */
export function RecordPart({ record, guardian }: Shown) {
  const { record: t } = useMessages(myMessages);
  const [editing, setEditing] = useState(false);
  const [saved, setSaved] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const edit = () => {
    setSaved(false);
    setEditing(true);
  };
  const close = (isSaved: boolean) => {
    title.current?.focus(); // the form that had it goes
    setEditing(false);
    setSaved(isSaved);
  };
  return (
    <section aria-labelledby="own-record" className="flex flex-col gap-4">
      <h2 ref={title} id="own-record" tabIndex={-1} className="text-2xl font-bold">
        {t.section}
      </h2>
      {saved && <Notice tone="success" title={t.saved} />}
      {editing ? (
        <OwnRecordForm record={record} onClose={close} />
      ) : (
        <>
          <Facts record={record} guardian={guardian} />
          <Button look="outline" onClick={edit}>
            {t.edit}
          </Button>
        </>
      )}
      <p className="text-quiet">{t.fixed}</p>
    </section>
  );
}

function Facts({ record, guardian }: Shown) {
  const { record: t } = useMessages(myMessages);
  const facts = useFacts(record);
  const about = guardian && ([["guardian", `${guardian.name} ${guardian.phone}`]] as const);
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-2 rounded-12 border border-line p-5 text-lg sm:grid-cols-[auto_minmax(0,1fr)]">
      {[...facts, ...(about ?? [])].map(([field, value]) => (
        <div key={field} className="contents">
          <dt className="text-base text-quiet sm:text-lg">{t.fields[field]}</dt>
          <dd className="mb-2 min-w-0 font-bold sm:mb-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useFacts(record: Record) {
  const { record: t } = useMessages(myMessages);
  const { service } = useTenancy();
  const format = useFormat();
  const { disability, needs } = record;
  const day = (at: string) => wallTimeOf(Date.parse(at) / 1000, service.timeZone).date.replaceAll("-", "/");
  const handbook =
    disability === null
      ? t.nothing
      : [
          t.disabilitySeen(disability.seenOn.replaceAll("-", "/")),
          ...(disability.until === null ? [] : [t.disabilityUntil(format.serviceDate(disability.until))]),
        ].join(" ");
  return [
    ["memberNo", record.memberNo],
    ["name", record.name],
    ["kana", record.kana],
    ["birthDate", record.birthDate.replaceAll("-", "/")],
    ["phone", record.phone],
    ["town", record.town],
    ["fareClass", t.classes[record.fareClass]],
    ["disability", handbook],
    ["contact", t.contacts[record.contact]],
    ["language", t.languages[record.language]],
    ["needs", needs.length === 0 ? t.nothing : needs.map((need) => t.needs[need]).join("・")],
    ["registered", day(record.registeredAt)],
  ] as const;
}
