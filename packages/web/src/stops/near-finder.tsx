import type { Answer } from "@noriai/api";
import type { Position } from "@noriai/kernel";
import { type FormEvent, useEffect, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { tagOf, useLanguage, useMessages } from "../language.tsx";
import { stopMessages } from "../messages/stops/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useHere } from "./use-here.ts";

/** A place around which stops are looked for; `name` is absent for where the device is. */
export interface Around {
  readonly position: Position;
  readonly name?: string;
}

/** Asks around which place to look: where the device is, or a 町名 that our own server knows. */
export function NearFinder({ onFound }: { onFound: (around: Around) => void }) {
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <Here onFound={onFound} />
      <Address onFound={onFound} />
    </div>
  );
}

function Here({ onFound }: { onFound: (around: Around) => void }) {
  const { near: t } = useMessages(stopMessages);
  const { here, look } = useHere();
  useEffect(() => {
    if (here.kind === "found") onFound({ position: here.position });
  }, [here, onFound]);
  return (
    <section aria-label={t.here} className="flex flex-col gap-2 rounded-12 border border-line p-4">
      <Button look="outline" wide busy={here.kind === "looking"} onClick={look}>
        {t.here}
      </Button>
      <p className="text-base text-quiet">{t.hereLead}</p>
      <div role="status">
        {here.kind === "looking" && t.looking}
        {here.kind === "denied" && <Notice tone="warning" title={t.denied} quiet />}
      </div>
    </section>
  );
}

type Point = Answer<"findAddress">["points"][number];

function Address({ onFound }: { onFound: (around: Around) => void }) {
  const { near: t } = useMessages(stopMessages);
  const { tenant } = useTenancy();
  const { language } = useLanguage();
  const { run, busy, problem } = usePlainCommand("findAddress");
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<{ readonly typed: string; readonly points: readonly Point[] }>();
  const find = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === "") return;
    const answer = await run({ params: { tenant }, body: { typed } });
    if (!answer.ok) return;
    const { points } = answer.value;
    setFound({ typed, points });
    if (points.length === 1) onFound(points[0]!);
  };
  return (
    <section aria-label={t.address} className="flex flex-col gap-3 rounded-12 border border-line p-4">
      <form onSubmit={find} className="flex flex-col gap-3">
        <TextField
          label={t.address}
          hint={t.addressHint}
          type="search"
          autoComplete="address-level3"
          maxLength={80}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" look="outline" size="medium" busy={busy}>
          {t.find}
        </Button>
      </form>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div role="status">{found?.points.length === 0 && t.noAddress(found.typed)}</div>
      {found !== undefined && found.points.length > 1 && (
        <fieldset>
          <legend className="mb-2 font-bold">{t.chooseAddress}</legend>
          <div className="flex flex-wrap gap-2" lang={language === "en" ? tagOf("ja") : undefined}>
            {found.points.map((point) => (
              <Button key={point.name} look="outline" size="small" onClick={() => onFound(point)}>
                {point.name}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
    </section>
  );
}
