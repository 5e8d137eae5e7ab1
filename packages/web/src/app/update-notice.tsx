import { useMessages } from "../language.tsx";
import { appMessages } from "../messages/app/index.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { useNewVersion } from "./new-version.ts";

/** 新しい版があります: taken over when its reader says so, never in the middle of something. */
export function UpdateNotice() {
  const { update: t } = useMessages(appMessages);
  const version = useNewVersion();
  if (version === undefined) return null;
  return (
    <Notice title={t.title} quiet>
      <p className="text-lg">{t.lead}</p>
      <Button look="outline" size="medium" className="mt-2" onClick={version.take}>
        {t.take}
      </Button>
    </Notice>
  );
}
