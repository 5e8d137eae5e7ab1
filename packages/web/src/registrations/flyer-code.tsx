import { useState } from "react";
import { useMessages } from "../language.tsx";
import { registrationsMessages } from "../messages/registrations/index.ts";
import { useTenancy } from "../shell/session.ts";
import { TextField } from "../ui/field.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { SOURCE, tagOf } from "./registration-draft.ts";

/** Makes the code that a flyer carries: it opens the registration page with the flyer's tag. */
export function FlyerCode() {
  const { flyer: t } = useMessages(registrationsMessages);
  const { tenant } = useTenancy();
  const [typed, setTyped] = useState("");
  const tag = tagOf(typed);
  const isTag = SOURCE.test(tag);
  const url = `${location.origin}/t/${tenant}/join?from=${tag}`;
  return (
    <section aria-labelledby="flyer" className="max-w-xl">
      <h2 id="flyer" className="mb-2 text-xl font-bold">
        {t.title}
      </h2>
      <p className="mb-3">{t.lead}</p>
      <TextField
        label={t.tag}
        hint={t.tagHint}
        error={tag !== "" && !isTag ? t.wrong : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {isTag && (
        <div className="mt-4">
          <QrCode text={url} label={t.qr(url)} />
          <p className="mt-2 break-all">{url}</p>
        </div>
      )}
    </section>
  );
}
