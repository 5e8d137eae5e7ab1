import { Link } from "@tanstack/react-router";
import { useMessages } from "../language.tsx";
import { promiseMessages } from "../messages/promise/index.ts";
import { useTenancy } from "../shell/session.ts";
import { LINK_LOOK } from "../ui/button.tsx";

/** The way from another page to what the service promises. */
export function PromiseDoor() {
  const t = useMessages(promiseMessages);
  const { tenant } = useTenancy();
  return (
    <Link to="/t/$tenant/promise" params={{ tenant }} className={LINK_LOOK}>
      {t.door}
    </Link>
  );
}
