import { useMessages } from "../language.tsx";
import { helpingMessages } from "../messages/helping/index.ts";
import { HomeLink } from "../my/my-doors.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { AcceptPart } from "./accept-part.tsx";
import { HelpingPart } from "./helping-part.tsx";
import { MyHelpersPart } from "./my-helpers-part.tsx";

/** Family and others who book for the member, and whom the member books for; with the consent of both. FIELD row 14 */
export function HelpersPage() {
  const t = useMessages(helpingMessages);
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <div>
        <PageTitle title={t.title} />
        <p className="text-lg">{t.lead}</p>
      </div>
      <MyHelpersPart />
      <HelpingPart />
      <AcceptPart />
      <HomeLink />
    </div>
  );
}
