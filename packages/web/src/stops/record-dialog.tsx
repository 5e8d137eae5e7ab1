import { type FormEvent, useState } from "react";
import { useNow } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";
import { stopCareMessages } from "../messages/stop-care/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { wallTimeOf } from "../wall-time.ts";
import { type RecordKind, useRecord } from "./use-record.ts";
import { useStopWords } from "./use-stop-words.ts";

const KINDS: readonly RecordKind[] = ["placed", "photo", "consent", "winter-fit", "winter-unfit", "removed"];

/** What was noted about one marker so far, and one line more. */
export function RecordDialog({ stopId, onClose }: { stopId: string | undefined; onClose: () => void }) {
  const { placements: t } = useMessages(stopCareMessages);
  const wordsOf = useStopWords();
  return (
    <Dialog
      title={stopId === undefined ? "" : t.recordFor(wordsOf(stopId))}
      open={stopId !== undefined}
      onClose={onClose}
    >
      {stopId !== undefined && (
        <>
          <RecordForm key={stopId} stopId={stopId} onClose={onClose} />
          <History stopId={stopId} />
        </>
      )}
    </Dialog>
  );
}

function RecordForm({ stopId, onClose }: { stopId: string; onClose: () => void }) {
  const all = useMessages(stopCareMessages);
  const { placements: t } = all;
  const { service } = useTenancy();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const [kind, setKind] = useState<RecordKind>("placed");
  const [on, setOn] = useState(today);
  const [words, setWords] = useState("");
  const [picture, setPicture] = useState<File>();
  const { save, busy, problem, isBad } = useRecord(stopId);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await save({ kind, on, words, picture }))) return;
    setWords("");
    setPicture(undefined);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <SelectField label={t.kind} value={kind} onChange={({ target }) => setKind(target.value as RecordKind)}>
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {t.kinds[each]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t.on}
        type="date"
        required
        max={today}
        value={on}
        onChange={({ target }) => setOn(target.value)}
      />
      {kind === "photo" && (
        <TextField
          label={t.picture}
          hint={t.pictureHint}
          error={isBad ? t.pictureBad : undefined}
          type="file"
          accept="image/*"
          onChange={({ target }) => setPicture(target.files?.[0])}
        />
      )}
      <TextField
        label={t.words}
        hint={t.wordsHint}
        maxLength={300}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" size="medium" busy={busy}>
          {busy ? all.saving : t.save}
        </Button>
        <Button size="medium" look="outline" onClick={onClose}>
          {all.cancel}
        </Button>
      </div>
    </form>
  );
}

function History({ stopId }: { stopId: string }) {
  const { placements: t, system } = useMessages(stopCareMessages);
  const { roles } = useMessages(shellMessages);
  const format = useFormat();
  const { tenant } = useTenancy();
  const { data } = useRead("listStopRecords", { params: { tenant, stopId } });
  return (
    <section aria-labelledby="stop-history" className="mt-6 border-t border-line pt-4">
      <h3 id="stop-history" className="mb-2 text-lg font-bold">
        {t.history}
      </h3>
      {data === undefined ? (
        <Loading />
      ) : data.records.length === 0 ? (
        <p>{t.noHistory}</p>
      ) : (
        <ol className="flex flex-col gap-1">
          {data.records.map(({ kind, on, by, role, words }, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: records are only ever added at the end
            <li key={k}>
              {t.line(
                format.serviceDate(on),
                t.kinds[kind],
                by ?? (role === "system" ? system : roles[role]),
              )}
              {words !== null && <span className="block pl-4">{words}</span>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
