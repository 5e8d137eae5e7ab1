import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Notice } from "../ui/notice.tsx";

const LOOK_AGAIN_MS = 1_000;

/** What would have been sent, for whoever tries the demo out: there nothing leaves the house. */
export function DemoCode({ codeId, lead }: { codeId: string; lead: string }) {
  const { tenant } = useTenancy();
  const { data } = useRead("listDemoCodes", { params: { tenant } }, { refetchInterval: LOOK_AGAIN_MS });
  const kept = data?.codes.find((code) => code.codeId === codeId);
  return (
    <Notice title={lead} quiet>
      <p aria-live="polite" className="text-lg font-bold whitespace-pre-line">
        {kept?.words.split("\n")[0]}
      </p>
    </Notice>
  );
}
