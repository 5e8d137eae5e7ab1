import { Link } from "@tanstack/react-router";
import { useMessages } from "../language.tsx";
import { recurringMessages } from "../messages/recurring/index.ts";
import { useTenancy } from "../shell/session.ts";
import { LINK_LOOK } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { RecurringWishes } from "./recurring-wishes.tsx";

/** The rider's recurring bookings. */
export function RecurringPage() {
  const t = useMessages(recurringMessages);
  const { tenant } = useTenancy();
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-5">
      <PageTitle title={t.title} />
      <p className="text-lg">{t.lead}</p>
      <RecurringWishes />
      <Link to="/t/$tenant/ride" params={{ tenant }} className={LINK_LOOK}>
        {t.back}
      </Link>
    </div>
  );
}

/** The way from the rider's home to this page. */
export function RecurringDoor() {
  const t = useMessages(recurringMessages);
  const { tenant } = useTenancy();
  return (
    <Link to="/t/$tenant/ride/recurring" params={{ tenant }} className={LINK_LOOK}>
      {t.door}
    </Link>
  );
}
