import type { Problem } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";
import { unsureMessages } from "../messages/unsure/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { fateOfOffer } from "./fate-of-offer.ts";
import { useReasons } from "./use-reasons.ts";
import type { Yes } from "./use-yes.ts";

/** What stands against a yes: that nobody knows what has become of it, the reason by name, or what to mend. */
export function YesProblem({ yes: { state, problem } }: { yes: Pick<Yes, "state" | "problem"> }) {
  const unsure = useMessages(unsureMessages);
  if (state === "unsure")
    return (
      <Notice tone="error" title={unsure.title}>
        <p>{unsure.lead}</p>
      </Notice>
    );
  if (problem === undefined) return null;
  return fateOfOffer(problem) === "refused" ? (
    <Reasons rejections={problem.rejections ?? []} />
  ) : (
    <ProblemNotice problem={problem} />
  );
}

function Reasons({ rejections }: { rejections: NonNullable<Problem["rejections"]> }) {
  const { refusal: t } = useMessages(riderMessages);
  const { service } = useTenancy();
  const [title, ...more] = useReasons(rejections);
  const isStopped = rejections.some(({ kind }) => kind === "intake-stopped");
  return (
    <Notice tone="error" title={title}>
      {more.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {!isStopped && <p>{t.callUs(service.phoneNumber)}</p>}
    </Notice>
  );
}
