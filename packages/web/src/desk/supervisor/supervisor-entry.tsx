import { useState } from "react";
import { useMessages } from "../../language.tsx";
import { callMessages } from "../../messages/calls/index.ts";
import { deskMessages } from "../../messages/desk/index.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";

/** Who allows the desk to book outside its hours, and why; as typed. */
export interface Supervised {
  readonly supervisor: string;
  readonly reason: string;
}

export const NOBODY_ALLOWS: Supervised = { supervisor: "", reason: "" };

/** What goes with a request once both are told. */
export const permissionOf = ({ supervisor, reason }: Supervised): Supervised | undefined =>
  supervisor.trim() === "" || reason.trim() === "" ? undefined : { supervisor, reason };

/** Outside the phone hours: says so, and takes the permission of a supervisor. 仕様書 3-(2)-②, D-05 */
export function SupervisorEntry({
  supervised,
  onChange,
}: {
  supervised: Supervised;
  onChange: (supervised: Supervised) => void;
}) {
  const { closed } = useMessages(deskMessages);
  const { supervisor: t } = useMessages(callMessages);
  const [isOpen, setOpen] = useState(permissionOf(supervised) !== undefined);
  return (
    <div className="mb-4">
      <Notice tone="warning" title={closed.title}>
        {permissionOf(supervised) === undefined && <p>{closed.hint}</p>}
        {!isOpen && (
          <Button look="outline" size="small" className="mt-2" onClick={() => setOpen(true)}>
            {t.open}
          </Button>
        )}
        {isOpen && (
          <fieldset className="mt-3">
            <legend className="text-lg font-bold">{t.title}</legend>
            <p className="text-quiet">{t.hint}</p>
            <div className="mt-2 grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
              <TextField
                label={t.name}
                autoComplete="off"
                maxLength={60}
                value={supervised.supervisor}
                onChange={(event) => onChange({ ...supervised, supervisor: event.target.value })}
              />
              <TextField
                label={t.reason}
                hint={t.reasonHint}
                hintBelow
                autoComplete="off"
                maxLength={200}
                value={supervised.reason}
                onChange={(event) => onChange({ ...supervised, reason: event.target.value })}
              />
            </div>
            {permissionOf(supervised) !== undefined && (
              <p role="status" className="mt-2 font-bold">
                {t.ready}
              </p>
            )}
          </fieldset>
        )}
      </Notice>
    </div>
  );
}
