import { useMessages } from "../language.tsx";
import { helpingMessages } from "../messages/helping/index.ts";
import type { HelpedRider } from "../rider/draft.ts";

/** For whom the steps are, as long as it is somebody else. */
export function HelpedBanner({ helped }: { helped: HelpedRider }) {
  const { helped: t } = useMessages(helpingMessages);
  return (
    <p className="rounded-8 border-2 border-key-900 bg-key-50 px-4 py-3 text-lg font-bold">
      {t.banner(helped.name)}
    </p>
  );
}
