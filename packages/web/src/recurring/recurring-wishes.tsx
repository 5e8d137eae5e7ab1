import type { RecurringWish } from "@noriai/api";
import { useState } from "react";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { RecurringForm } from "./recurring-form.tsx";
import { useRecurringWords } from "./recurring-words.ts";
import { WishCard } from "./wish-card.tsx";

const REFRESH_MS = 60_000;

/** A member's recurring wishes, with the form that makes one. @param memberId  absent for riders: their own */
export function RecurringWishes({ memberId }: { memberId?: string }) {
  const { t } = useRecurringWords();
  const { tenant } = useTenancy();
  const [editing, setEditing] = useState<"new" | RecurringWish>();
  const [done, setDone] = useState<"made" | "changedDone">();
  const { data, error, refetch } = useRead(
    "listRecurring",
    { params: { tenant }, query: memberId === undefined ? {} : { memberId } },
    { refetchInterval: REFRESH_MS },
  );
  const begin = (next: "new" | RecurringWish) => {
    setDone(undefined);
    setEditing(next);
  };
  if (editing !== undefined)
    return (
      <RecurringForm
        wish={editing === "new" ? undefined : editing}
        memberId={memberId}
        onCancel={() => setEditing(undefined)}
        onDone={() => {
          setDone(editing === "new" ? "made" : "changedDone");
          setEditing(undefined);
        }}
      />
    );
  return (
    <div className="flex flex-col gap-5">
      {done !== undefined && <Notice tone="success" title={t[done]} />}
      <div>
        <Button onClick={() => begin("new")}>{t.add}</Button>
      </div>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.wishes.length === 0 && <p className="text-lg">{t.none}</p>}
      {data?.wishes.map((wish) => (
        <WishCard key={wish.id} wish={wish} isOwn={memberId === undefined} onChange={() => begin(wish)} />
      ))}
    </div>
  );
}
