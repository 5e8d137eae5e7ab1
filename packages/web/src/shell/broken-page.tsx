import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import { useMessages } from "../language.tsx";
import { shellMessages } from "../messages/shell/index.ts";
import { ownPageOf } from "../roles.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { OpenAgain } from "../ui/open-again.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { useTenancy } from "./session.ts";

/**
 * In the place of one page that could not be drawn: the frame stays, and with it the way to every other page. Mostly its
 * code did not come, without a network or after a newer version has replaced it; otherwise it is a bug of ours.
 */
export function BrokenPage({ error }: ErrorComponentProps) {
  const { crash } = useMessages(shellMessages);
  return (
    <div className="mx-auto flex max-w-3xl flex-col items-start gap-5">
      <PageTitle title={crash.title} />
      {isNotFetched(error) ? (
        <OpenAgain />
      ) : (
        <>
          <p className="text-lg">{crash.lead}</p>
          <Button onClick={() => location.reload()}>{crash.reload}</Button>
        </>
      )}
      <ToOwnPage />
    </div>
  );
}

/** As Chromium, Firefox and Safari name a script that did not come. */
const isNotFetched = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|Importing a module script/.test(error.message);

function ToOwnPage() {
  const t = useMessages(shellMessages);
  const { tenant, session } = useTenancy();
  if (session === undefined) return null;
  const { page, path } = ownPageOf(session.role);
  return (
    <Link to={path} params={{ tenant }} className={buttonLook({ look: "outline" })}>
      {t.gate.toOwn(t.pages[page])}
    </Link>
  );
}
