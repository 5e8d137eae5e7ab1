import type { TripNeed } from "@noriai/api";
import { useEffect } from "react";
import { useMessages } from "../language.tsx";
import { needsMessages } from "../messages/needs/index.ts";
import { shellMessages } from "../messages/shell/index.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { NeedFields } from "./need-fields.tsx";
import { tripNeedsIn } from "./trip-needs.ts";
import type { RecordedNeeds } from "./use-recorded-needs.ts";

/**
 * The needs of a rider's trip; before anything was said of them they are those of the rider's own record.
 *
 * @param needs  absent: nothing was said yet
 */
export function OwnNeedFields({
  needs,
  recorded,
  onChange,
}: {
  needs: readonly TripNeed[] | undefined;
  recorded: RecordedNeeds;
  onChange: (needs: readonly TripNeed[]) => void;
}) {
  const t = useMessages(needsMessages);
  const record = recorded.kind === "known" ? tripNeedsIn(recorded.needs) : undefined;
  useEffect(() => {
    if (needs === undefined && record !== undefined) onChange(record);
  });
  // Marks set before the record is there would stand in its place. It is soon there, so nobody is told of the waiting.
  if (needs === undefined && recorded.kind === "awaited") return <p className="text-lg">{t.awaiting}</p>;
  return (
    <>
      {recorded.kind === "failed" && <Unread onRetry={recorded.retry} />}
      <NeedFields needs={needs ?? record ?? []} record={record ?? []} onChange={onChange} />
    </>
  );
}

function Unread({ onRetry }: { onRetry: () => void }) {
  const t = useMessages(needsMessages);
  const { retry } = useMessages(shellMessages);
  return (
    <Notice tone="warning" title={t.unread}>
      <Button look="outline" size="medium" className="mt-2" onClick={onRetry}>
        {retry}
      </Button>
    </Notice>
  );
}
