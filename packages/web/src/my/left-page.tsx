import { Link, useSearch } from "@tanstack/react-router";
import { useMessages } from "../language.tsx";
import { myMessages } from "../messages/my/index.ts";
import { buttonLook } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";

/** What is told to whoever has left: nobody is signed in any more. */
export function LeftPage() {
  const { leave: t } = useMessages(myMessages);
  const { rides } = useSearch({ from: "/t/$tenant/left" });
  return (
    <div className="mx-auto flex max-w-3xl flex-col items-start gap-5">
      <PageTitle title={t.doneTitle} />
      <p className="text-lg">{t.done(rides)}</p>
      <Link to="/" className={buttonLook()}>
        {t.toStart}
      </Link>
    </div>
  );
}
