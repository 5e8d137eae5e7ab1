import type { Delegate } from "@noriai/api";
import { useId, useState } from "react";
import { useMessages } from "../../language.tsx";
import { callMessages } from "../../messages/calls/index.ts";
import { useRead } from "../../read.ts";
import { useTenancy } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { DelegateForm } from "./delegate-form.tsx";
import { RevokeDialog } from "./revoke-dialog.tsx";

/** Who is on the line: the member, or somebody whom the member lets book (代理予約). TEL-ELD-1 */
export function BehalfChoice({
  memberId,
  chosen,
  onChoose,
}: {
  memberId: string;
  chosen: string | undefined;
  onChoose: (delegateId: string | undefined) => void;
}) {
  const { behalf: t } = useMessages(callMessages);
  const { tenant } = useTenancy();
  const { data } = useRead("listDelegates", { params: { tenant, memberId } });
  const [adding, setAdding] = useState(false);
  const [revokes, setRevokes] = useState<Delegate>();
  const name = useId();
  const delegates = data?.delegates ?? [];
  return (
    <section>
      {delegates.length > 0 && (
        <fieldset>
          <legend className="text-lg font-bold">{t.title}</legend>
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name={name}
              className="size-5 accent-key-900"
              checked={chosen === undefined}
              onChange={() => onChoose(undefined)}
            />
            {t.self}
          </label>
          {delegates.map((delegate) => (
            <div key={delegate.id} className="flex flex-wrap items-center gap-x-3">
              <label className="flex min-h-11 flex-1 items-center gap-3">
                <input
                  type="radio"
                  name={name}
                  className="size-5 accent-key-900"
                  checked={chosen === delegate.id}
                  onChange={() => onChoose(delegate.id)}
                />
                <Named delegate={delegate} />
              </label>
              <Button
                look="plain"
                size="small"
                aria-label={t.revokeOf(delegate.name)}
                onClick={() => setRevokes(delegate)}
              >
                {t.revoke}
              </Button>
            </div>
          ))}
        </fieldset>
      )}
      <Button look="plain" size="small" onClick={() => setAdding(true)}>
        {t.add}
      </Button>
      <Dialog title={t.form.title} open={adding} onClose={() => setAdding(false)}>
        <DelegateForm
          memberId={memberId}
          onClose={() => setAdding(false)}
          onAdded={({ id }) => {
            setAdding(false);
            onChoose(id);
          }}
        />
      </Dialog>
      <RevokeDialog
        memberId={memberId}
        delegate={revokes}
        onClose={() => setRevokes(undefined)}
        onRevoked={({ id }) => id === chosen && onChoose(undefined)}
      />
    </section>
  );
}

function Named({ delegate: { name, relation, consentedOn, consentedHow } }: { delegate: Delegate }) {
  const { behalf: t } = useMessages(callMessages);
  return (
    <span>
      <span className="font-bold">{name}</span>（{t.relations[relation]}）
      <span className="block text-quiet">
        {t.consent(consentedOn.replaceAll("-", "/"), t.ways[consentedHow])}
      </span>
    </span>
  );
}
