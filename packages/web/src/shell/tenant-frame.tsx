import { Outlet, useLocation, useParams } from "@tanstack/react-router";
import { Suspense, useMemo } from "react";
import { useAppManifest } from "../app/app-manifest.ts";
import { appOf } from "../app/app-of.ts";
import { useWorld } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { useLive } from "../live.ts";
import { shellMessages } from "../messages/shell/index.ts";
import { useRead } from "../read.ts";
import { Loading } from "../ui/loading.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useLast } from "../ui/use-last.ts";
import { Frame } from "./frame.tsx";
import { LiveContext, TenancyContext } from "./session.ts";

/** Days and phone hours change with the time alone. */
const REFRESH_MS = 60_000;

/** Everything beneath /t/:tenant: loads the service and the session, follows live updates, draws the frame. */
export function TenantFrame() {
  const { tenant } = useParams({ from: "/t/$tenant" });
  const { product } = useMessages(shellMessages);
  const { pathname } = useLocation();
  useAppManifest(tenant, appOf(pathname));
  const params = { tenant };
  const service = useRead("getService", { params }, { refetchInterval: REFRESH_MS });
  const session = useRead("getSession", { params });
  const signedOut = useLast(isSignedOut(session)) ?? false;
  const live = useLive(tenant, signedOut ? undefined : session.data?.lastUpdateId);
  const tenancy = useMemo(
    () => service.data && { tenant, service: service.data, session: signedOut ? undefined : session.data },
    [tenant, service.data, session.data, signedOut],
  );
  const problem = service.error ?? (signedOut ? null : session.error);
  if (tenancy === undefined || (session.data === undefined && !signedOut))
    return (
      <Frame>
        {problem === null ? (
          <Opening />
        ) : problem.kind === "not-found" ? (
          <UnknownTown />
        ) : (
          <>
            <h1 className="sr-only">{product}</h1>
            <ProblemNotice
              problem={problem}
              onRetry={() => void Promise.all([service.refetch(), session.refetch()])}
            />
          </>
        )}
      </Frame>
    );
  return (
    <TenancyContext value={tenancy}>
      <Frame tenancy={tenancy} live={live}>
        <LiveContext value={live}>
          <Suspense fallback={<Opening />}>
            <Outlet />
          </Suspense>
        </LiveContext>
      </Frame>
    </TenancyContext>
  );
}

/** Stands in the frame while a page's code is fetched: without it the frame itself would go, and its notices with it. */
function Opening() {
  const { product } = useMessages(shellMessages);
  return (
    <>
      <h1 className="sr-only">{product}</h1>
      <Loading />
    </>
  );
}

/** Nothing while it is asked again: the question alone shuts no door, or what was typed there would be lost. */
const isSignedOut = ({ data, error }: Pick<ReturnType<typeof useRead<"getSession">>, "data" | "error">) =>
  error?.kind === "not-signed-in" ? true : data === undefined ? undefined : false;

function UnknownTown() {
  const { gate } = useMessages(shellMessages);
  const { tenants } = useWorld();
  return (
    <>
      <PageTitle title={gate.unknownTown} />
      <p className="my-4 text-lg">{gate.checkAddress}</p>
      {tenants.length > 0 && <p className="text-lg">{gate.knownTowns}</p>}
      <ul className="list-disc pl-6 text-lg">
        {tenants.map(({ id, name }) => (
          <li key={id}>
            <a className="inline-flex min-h-11 items-center text-key-900 underline" href={`/t/${id}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
