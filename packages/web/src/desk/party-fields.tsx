import type { MemberSummary } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { NeedFields } from "../needs/need-fields.tsx";
import { tripNeedsIn } from "../needs/trip-needs.ts";
import { FARE_CLASSES } from "../ui/party.ts";
import { STEP } from "./next-step.ts";
import type { RequestDraft } from "./request-draft.ts";

const MOST = 99;

/** Who rides along, by fare class, how many sit in their wheelchair, and what else comes along. */
export function PartyFields({
  draft,
  member,
  onChange,
}: {
  draft: RequestDraft;
  member: MemberSummary | undefined;
  onChange: (change: Partial<RequestDraft>) => void;
}) {
  const t = useMessages(deskMessages);
  return (
    <fieldset data-ask="" {...{ [STEP]: "party" }}>
      <legend className="text-lg font-bold">
        {t.request.companions}{" "}
        <span className="text-base font-normal text-quiet">{t.request.companionsHint}</span>
      </legend>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(5.5rem,1fr))] gap-3">
        {FARE_CLASSES.map((fareClass) => (
          <Count
            key={fareClass}
            label={t.classes[fareClass]}
            value={draft.companions[fareClass]}
            onChange={(count) => onChange({ companions: { ...draft.companions, [fareClass]: count } })}
          />
        ))}
        <Count
          label={t.request.wheelchairs}
          value={draft.wheelchairs}
          onChange={(wheelchairs) => onChange({ wheelchairs: Math.min(9, wheelchairs) })}
        />
      </div>
      <div className="mt-4">
        <NeedFields
          needs={draft.needs}
          record={tripNeedsIn(member?.needs ?? [])}
          onChange={(needs) => onChange({ needs })}
        />
      </div>
    </fieldset>
  );
}

/** A small number, typed or stepped with the arrow keys. */
function Count({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number;
  onChange: (count: number) => void;
}) {
  return (
    <label className="block text-base">
      {label}
      <input
        type="number"
        min={0}
        max={MOST}
        step={1}
        value={value}
        onChange={(event) =>
          onChange(Math.min(MOST, Math.max(0, Math.trunc(Number(event.target.value) || 0))))
        }
        onFocus={(event) => event.target.select()}
        className="mt-1 min-h-12 w-full rounded-8 border border-edge bg-white px-3 text-lg tabular-nums hover:border-black"
      />
    </label>
  );
}
