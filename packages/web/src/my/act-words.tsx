import type { Booking } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { myDoorsMessages } from "../messages/my-doors/index.ts";
import { type Act, newsOf } from "./acts.ts";

/** Who booked, changed or called off; said only where it was not the member alone. */
export function ActWords({ acts }: { acts: Booking["acts"] }) {
  const t = useMessages(myDoorsMessages);
  const told = newsOf(acts ?? []);
  if (told.length === 0) return null;
  const who = ({ by, helper, isReader }: Act) => (isReader ? t.you : (helper ?? t.by[by]));
  return (
    <p className="flex flex-wrap gap-x-6 text-base text-quiet">
      {told.map((act) => (
        <span key={`${act.kind} ${act.at}`}>{t.act(t.acts[act.kind], who(act))}</span>
      ))}
    </p>
  );
}
