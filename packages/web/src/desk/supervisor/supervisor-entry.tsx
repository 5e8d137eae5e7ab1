import { useMessages } from "../../language.tsx";
import { callMessages } from "../../messages/calls/index.ts";
import { deskMessages } from "../../messages/desk/index.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { NOBODY_ALLOWS, permissionOf, type Supervised } from "./supervised.ts";

/** Outside the phone hours: says so, and takes the permission of a supervisor. 仕様書 3-(2)-②, D-05 */
export function SupervisorEntry({
  supervised,
  onChange,
}: {
  /** Nothing: no supervisor was asked in this call. */
  supervised: Supervised | undefined;
  onChange: (supervised: Supervised) => void;
}) {
  const { closed } = useMessages(deskMessages);
  const { supervisor: t } = useMessages(callMessages);
  return (
    <div className="mb-4">
      <Notice tone="warning" title={closed.title}>
        {permissionOf(supervised) === undefined && <p>{closed.hint}</p>}
        {supervised === undefined ? (
          <Button look="outline" size="small" className="mt-2" onClick={() => onChange(NOBODY_ALLOWS)}>
            {t.open}
          </Button>
        ) : (
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
