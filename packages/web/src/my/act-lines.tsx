import { useMessages } from "../language.tsx";
import { myDoorsMessages } from "../messages/my-doors/index.ts";
import type { Act } from "./acts.ts";

/** What others have done to a booking, and who. */
export function ActLines({ told }: { told: readonly Act[] }) {
  const t = useMessages(myDoorsMessages);
  const who = ({ by, helper, isReader }: Act) => (isReader ? t.you : (helper ?? t.by[by]));
  return (
    <p className="flex flex-wrap gap-x-6 text-base text-quiet">
      {told.map((act) => (
        <span key={`${act.kind} ${act.at}`}>{t.act(t.acts[act.kind], who(act))}</span>
      ))}
    </p>
  );
}
