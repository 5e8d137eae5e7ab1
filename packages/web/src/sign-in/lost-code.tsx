import { useMessages } from "../language.tsx";
import { signInMessages } from "../messages/sign-in/index.ts";
import { useTenancy } from "../shell/session.ts";

/** What to do when no code comes. The page cannot know why: it is not told who has a number. */
export function LostCode() {
  const { code: t } = useMessages(signInMessages);
  const { service } = useTenancy();
  return (
    <details className="rounded-12 border border-line bg-white">
      <summary className="min-h-14 cursor-pointer px-5 py-4 text-lg font-bold">{t.lost}</summary>
      <div className="flex flex-col gap-3 px-5 pb-5 text-lg">
        <ul className="list-disc pl-6">
          {t.lostBecause.map((because) => (
            <li key={because}>{because}</li>
          ))}
        </ul>
        <p>{t.lostAsk(service.phoneNumber)}</p>
      </div>
    </details>
  );
}
