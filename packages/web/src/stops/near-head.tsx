import { useMessages } from "../language.tsx";
import { stopMessages } from "../messages/stops/index.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { StepTitle } from "../ui/step-title.tsx";
import type { Around } from "./near-finder.tsx";

/** Beyond this nobody walks to a stop. */
const FAR_METERS = 2000;

/** Says around what a list is sorted, and leads back to choosing another place. */
export function NearHead({
  around,
  nearest,
  onAgain,
}: {
  around: Around;
  /** Metres to the nearest stop. */
  nearest: number | undefined;
  onAgain: () => void;
}) {
  const { near: t } = useMessages(stopMessages);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <StepTitle title={around.name === undefined ? t.nearHere : t.nearTo(around.name)} />
        <Button look="plain" size="small" onClick={onAgain}>
          {t.again}
        </Button>
      </div>
      {nearest !== undefined && nearest > FAR_METERS && <Notice tone="warning" title={t.far} quiet />}
    </div>
  );
}
