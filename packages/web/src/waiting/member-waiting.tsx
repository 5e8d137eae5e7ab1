import { useMessages } from "../language.tsx";
import { waitingMessages } from "../messages/waiting/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { WaitingRow } from "./my-waiting.tsx";

/** What a caller waits for, with the way out for who calls about it; nothing at all where there is nothing. */
export function MemberWaiting({ memberId }: { memberId: string }) {
  const { member: t } = useMessages(waitingMessages);
  const { tenant } = useTenancy();
  const { data } = useRead("listMemberWaiting", { params: { tenant, memberId } });
  const list = data?.waiting ?? [];
  if (list.length === 0) return null;
  return (
    <section aria-labelledby="member-waiting">
      <h3 id="member-waiting" className="mb-2 text-lg font-bold">
        {t.title(list.length)}
      </h3>
      <ul className="flex flex-col gap-3">
        {list.map((waiting) => (
          <WaitingRow key={waiting.id} waiting={waiting} onLeft={() => undefined} />
        ))}
      </ul>
    </section>
  );
}
