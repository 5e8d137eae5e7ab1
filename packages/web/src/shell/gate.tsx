import { Link, lazyRouteComponent, useLocation, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";
import { mayOpen, ownPageOf, PAGES, type PageName } from "../roles.ts";
import { buttonLook } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { useTenancy } from "./session.ts";

/** Lets in who may open the page; tells everybody else where to go. The server decides again on every call. */
export function Gate({ page, children }: { page: PageName; children: ReactNode }) {
  const { session } = useTenancy();
  // A driver's door is the tablet's own; it leads on to the form for whoever has a password.
  if (session === undefined && page === "drive") return <TerminalPage />;
  if (session === undefined) return <ToDoor />;
  if (!mayOpen(session.role, PAGES.find((each) => each.page === page)!)) return <WrongRole page={page} />;
  return children;
}

/** Leads to the door, once: the door's page is fetched first, and until it is there this one stands and is drawn again. */
export function ToDoor() {
  const { tenant } = useTenancy();
  const navigate = useNavigate();
  const { href } = useLocation();
  const [next] = useState(href);
  useEffect(() => {
    void navigate({ to: "/t/$tenant/sign-in", params: { tenant }, search: { next }, replace: true });
  }, [navigate, tenant, next]);
  return <Loading />;
}

function WrongRole({ page }: { page: PageName }) {
  const t = useMessages(shellMessages);
  const { tenant, session } = useTenancy();
  const own = ownPageOf(session!.role);
  return (
    <div className="max-w-3xl">
      <PageTitle title={t.gate.wrongRoleTitle} />
      <p className="my-4 text-lg">{t.gate.wrongRole(t.pages[page], t.roles[session!.role])}</p>
      <Link to={own.path} params={{ tenant }} className={buttonLook()}>
        {t.gate.toOwn(t.pages[own.page])}
      </Link>
    </div>
  );
}

const TerminalPage = lazyRouteComponent(() => import("../driver/terminal-page.tsx"), "TerminalPage");
