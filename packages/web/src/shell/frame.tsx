import type { PublicService, Session } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { OfflineNotice } from "../app/offline-notice.tsx";
import { UpdateNotice } from "../app/update-notice.tsx";
import { useWorld } from "../clock.tsx";
import { useReach } from "../kept/reach.ts";
import { useMessages } from "../language.tsx";
import type { LiveState } from "../live.ts";
import { shellMessages } from "../messages/shell/index.ts";
import { pagesOf } from "../roles.ts";
import { Notice } from "../ui/notice.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { SignOut } from "./sign-out.tsx";

const DemoBar = lazy(async () => ({ default: (await import("./demo-bar.tsx")).DemoBar }));

interface Tenancy {
  readonly tenant: string;
  readonly service: PublicService;
  readonly session: Session | undefined;
}

/** Header, main part and footer of every page. */
export function Frame({
  tenancy,
  live = "connecting",
  children,
}: {
  tenancy?: Tenancy;
  live?: LiveState;
  children: ReactNode;
}) {
  const t = useMessages(shellMessages);
  const { mode } = useWorld();
  const reach = useReach();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only z-10 bg-white text-lg text-key-900 underline focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:p-3"
      >
        {t.skipToMain}
      </a>
      {mode === "demo" && (
        <Suspense fallback={<div className="h-36 bg-key-1200 sm:h-24 lg:h-14" />}>
          <DemoBar timeZone={tenancy?.service.timeZone} />
        </Suspense>
      )}
      <Header tenancy={tenancy} />
      <div
        aria-live="polite"
        className="no-print mx-auto flex w-full max-w-7xl flex-col gap-3 px-4 pt-4 empty:pt-0"
      >
        {reach.kind === "out" ? (
          <OfflineNotice />
        ) : (
          live === "lost" && <Notice tone="warning" title={t.live.lost} quiet />
        )}
        <UpdateNotice />
      </div>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-7xl flex-1 px-4 py-6 md:px-6 md:py-8">
        {children}
      </main>
      {tenancy !== undefined && <Footer service={tenancy.service} />}
    </div>
  );
}

function Header({ tenancy }: { tenancy: Tenancy | undefined }) {
  const t = useMessages(shellMessages);
  const role = tenancy?.session?.role;
  return (
    <header className="no-print border-b border-line bg-white">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 md:px-6">
        <Link to="/" className="mr-auto flex min-h-11 items-center gap-3 rounded-4">
          <img src="/icon.svg" alt="" className="size-9" />
          <span className="leading-tight">
            <span className="block text-lg font-bold text-solid-gray-900">
              {tenancy?.service.name ?? t.product}
            </span>
            {tenancy !== undefined && (
              <span className="block text-base text-quiet">{tenancy.service.tenant.name}</span>
            )}
            <span className="sr-only">{t.header.home}</span>
          </span>
        </Link>
        <LanguageSwitch />
        {tenancy?.session !== undefined && (
          <div className="flex w-full flex-wrap items-center justify-between gap-x-4 gap-y-2 sm:w-auto">
            <p className="leading-tight">
              <span className="text-base text-quiet sm:block">
                {t.header.signedInAs(t.roles[tenancy.session.role])}
              </span>{" "}
              <span className="font-bold sm:block">{tenancy.session.displayName}</span>
            </p>
            <div className="flex flex-wrap items-center gap-3">
              <Link
                to="/t/$tenant/account"
                params={{ tenant: tenancy.tenant }}
                className="inline-flex min-h-11 items-center text-base text-key-900 underline"
              >
                {t.header.account}
              </Link>
              <SignOut tenant={tenancy.tenant} role={tenancy.session.role} />
            </div>
          </div>
        )}
        {tenancy !== undefined && role !== undefined && <Pages tenant={tenancy.tenant} role={role} />}
      </div>
    </header>
  );
}

function Pages({ tenant, role }: { tenant: string; role: Session["role"] }) {
  const t = useMessages(shellMessages);
  const pages = pagesOf(role);
  if (pages.length < 2) return null;
  return (
    <nav aria-label={t.header.pages} className="-mb-3 w-full">
      <ul className="flex flex-wrap gap-1">
        {pages.map(({ page, path }) => (
          <li key={page}>
            <Link
              to={path}
              params={{ tenant }}
              className="flex min-h-11 items-center border-b-4 border-transparent px-3 font-bold text-key-900 hover:underline aria-[current=page]:border-key-900 aria-[current=page]:text-solid-gray-900"
            >
              {t.pages[page]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Footer({ service }: { service: PublicService }) {
  const t = useMessages(shellMessages);
  return (
    <footer className="no-print border-t border-line bg-surface">
      <div className="mx-auto flex max-w-7xl flex-wrap justify-between gap-x-8 gap-y-1 px-4 py-5 text-base md:px-6">
        <p>{t.footer.phone(service.phoneNumber)}</p>
        {service.mapAttribution !== null && (
          <p className="text-quiet">
            {t.footer.source} {service.mapAttribution}
          </p>
        )}
      </div>
    </footer>
  );
}
