import type { TripNeed } from "@noriai/api";
import { useId } from "react";
import { useMessages } from "../language.tsx";
import { needsMessages } from "../messages/needs/index.ts";
import { markedNeeds, TRIP_NEEDS } from "./trip-needs.ts";

/** What comes along on a trip, to be marked; who needs nothing passes by. @param record  what the member's record says */
export function NeedFields({
  needs,
  record,
  onChange,
}: {
  needs: readonly TripNeed[];
  record: readonly TripNeed[];
  onChange: (needs: readonly TripNeed[]) => void;
}) {
  const t = useMessages(needsMessages);
  const hintId = useId();
  const known = record.map((need) => t.names[need]).join(t.between);
  return (
    <fieldset aria-describedby={hintId}>
      <legend className="text-lg font-bold">{t.title}</legend>
      <p id={hintId} className="text-base text-quiet">
        {known === "" ? t.lead : t.record(known)}
      </p>
      <div className="mt-1 flex flex-wrap gap-2">
        {TRIP_NEEDS.map((need) => (
          <label
            key={need}
            className="inline-flex min-h-12 items-center gap-2 rounded-8 border border-edge px-3 text-lg has-checked:border-2 has-checked:border-key-900 has-checked:bg-key-50"
          >
            <input
              type="checkbox"
              className="size-6"
              checked={needs.includes(need)}
              onChange={({ target }) => onChange(markedNeeds(needs, need, target.checked))}
            />
            {t.names[need]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
