import type { Placement } from "@noriai/api";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { stopCareMessages } from "../messages/stop-care/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { ScrollFrame } from "../ui/scroll-frame.tsx";
import { RecordDialog } from "./record-dialog.tsx";
import { useStopWords } from "./use-stop-words.ts";

const CELL = "border-b border-line px-3 py-2 align-top";

/** How it stands with the marker of each stop (設置記録), and the door to noting more. */
export function PlacementsPart() {
  const { placements: t } = useMessages(stopCareMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("listPlacements", { params: { tenant } });
  const [onlyMissing, setOnlyMissing] = useState(false);
  const [recording, setRecording] = useState<string>();
  if (data === undefined)
    return error === null ? <Loading /> : <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  const complete = data.placements.filter(({ missing }) => missing.length === 0).length;
  const shown = data.placements.filter(({ missing }) => !onlyMissing || missing.length > 0);
  return (
    <div className="flex flex-col gap-4">
      <p>{t.lead}</p>
      <p role="status" className="text-lg font-bold">
        {t.summary(complete, data.placements.length)}
      </p>
      <label className="flex min-h-11 items-center gap-3 text-lg">
        <input
          type="checkbox"
          checked={onlyMissing}
          onChange={({ target }) => setOnlyMissing(target.checked)}
          className="size-6 accent-key-900"
        />
        {t.onlyMissing}
      </label>
      <ScrollFrame label={t.lead}>
        <table className="w-full min-w-[56rem] border-collapse text-left">
          <thead>
            <tr>
              {Object.values(t.columns).map((column) => (
                <th key={column} scope="col" className={CELL}>
                  {column}
                </th>
              ))}
              <td className={CELL} />
            </tr>
          </thead>
          <tbody>
            {shown.map((placement) => (
              <Row
                key={placement.stopId}
                placement={placement}
                onRecord={() => setRecording(placement.stopId)}
              />
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <RecordDialog stopId={recording} onClose={() => setRecording(undefined)} />
    </div>
  );
}

function Row({ placement, onRecord }: { placement: Placement; onRecord: () => void }) {
  const { placements: t } = useMessages(stopCareMessages);
  const format = useFormat();
  const stop = useStopWords()(placement.stopId);
  const { placedOn, photoOn, consentOn, winter, missing } = placement;
  const day = (on: string | null) => (on === null ? t.none : format.serviceDate(on));
  const look =
    winter === null ? t.none : (winter.isFit ? t.winterFit : t.winterUnfit)(format.serviceDate(winter.on));
  return (
    <tr>
      <th scope="row" className={`${CELL} font-bold`}>
        {stop}
      </th>
      {[day(placedOn), day(photoOn), day(consentOn), look].map((text, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one cell for each column
        <td key={k} className={`${CELL} whitespace-nowrap`}>
          {text}
        </td>
      ))}
      <td className={CELL}>
        <span className="flex flex-wrap gap-1">
          {missing.length === 0 ? (
            <Badge tone="success">{t.complete}</Badge>
          ) : (
            missing.map((gap) => (
              <Badge key={gap} tone="warning">
                {t.gap[gap]}
              </Badge>
            ))
          )}
        </span>
      </td>
      <td className={CELL}>
        <Button look="outline" size="small" aria-label={t.recordFor(stop)} onClick={onRecord}>
          {t.record}
        </Button>
      </td>
    </tr>
  );
}
