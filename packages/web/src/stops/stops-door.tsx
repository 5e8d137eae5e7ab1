import { Link } from "@tanstack/react-router";
import { useMessages } from "../language.tsx";
import { stopMessages } from "../messages/stops/index.ts";
import { useTenancy } from "../shell/session.ts";
import { LINK_LOOK } from "../ui/button.tsx";

/** The way from another page to the list of stops. */
export function StopsDoor() {
  const { list: t } = useMessages(stopMessages);
  const { tenant } = useTenancy();
  return (
    <Link to="/t/$tenant/stops" params={{ tenant }} className={LINK_LOOK}>
      {t.door}
    </Link>
  );
}
