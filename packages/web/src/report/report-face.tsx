import { useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";
import { PageTitle } from "../ui/page-title.tsx";

export function ReportFace() {
  const { pages } = useMessages(shellMessages);
  return <PageTitle title={pages.report} />;
}
