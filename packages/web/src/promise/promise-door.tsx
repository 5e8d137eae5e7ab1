import { Link } from "@tanstack/react-router";
import { useMessages } from "../language.tsx";
import { promiseMessages } from "../messages/promise/index.ts";
import { useTenancy } from "../shell/session.ts";

/** The way from another page to what the service promises. */
export function PromiseDoor() {
  const t = useMessages(promiseMessages);
  const { tenant } = useTenancy();
  return (
    <Link
      to="/t/$tenant/promise"
      params={{ tenant }}
      className="inline-flex min-h-11 items-center self-start text-lg text-key-900 underline"
    >
      {t.door}
    </Link>
  );
}
