import { useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";
import { PageTitle } from "../ui/page-title.tsx";

export function RiderHome() {
  const { pages } = useMessages(shellMessages);
  return <PageTitle title={pages.ride} />;
}

export const BookingSteps = RiderHome;
