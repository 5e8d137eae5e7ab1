import type { Answer } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import { useMessages } from "../language.tsx";
import { joinMessages } from "../messages/join/index.ts";
import { useTenancy } from "../shell/session.ts";
import { buttonLook } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";

/** The member number to write down, and what changes the fare. */
export function JoinedPage({ joined }: { joined: Answer<"join"> }) {
  const { done: t } = useMessages(joinMessages);
  const { tenant } = useTenancy();
  const { fareClass, memberNo, isPaperAwaited } = joined;
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageTitle title={t.title} />
      <div role="status" className="rounded-12 border-2 border-key-900 bg-key-50 p-5 text-center">
        <p className="text-lg font-bold">{t.number}</p>
        <p className="text-[2.5rem] leading-normal font-bold tracking-widest tabular-nums">{memberNo}</p>
        <p>{t.keep}</p>
      </div>
      {fareClass !== undefined && <p className="text-lg font-bold">{t.fare(t.classes[fareClass])}</p>}
      {isPaperAwaited && <p className="text-lg">{t.awaited}</p>}
      {fareClass === "general" && <p className="text-lg">{t.handbook}</p>}
      <Link
        to="/t/$tenant/ride"
        params={{ tenant }}
        className={`${buttonLook({ wide: true })} min-h-20 text-xl`}
      >
        {t.book}
      </Link>
    </div>
  );
}
