import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { type Draft, draftAs, requestOf } from "./draft.ts";
import { homeOf } from "./home-of.ts";
import { OfferCard } from "./offer-card.tsx";
import { RefusalCard } from "./refusal-card.tsx";
import { forgetDraft } from "./use-draft.ts";
import type { OfferDesk } from "./use-offer.ts";

/** The server's answer to the trip asked for: an offer to confirm, or why not and what else. */
export function OfferStep({
  draft,
  desk,
  onChoose,
}: {
  draft: Draft;
  desk: OfferDesk;
  onChoose: (part: Partial<Draft>) => void;
}) {
  const t = useMessages(riderMessages);
  const { tenant, service } = useTenancy();
  const navigate = useNavigate();
  const request = useMemo(() => requestOf(draft, service.timeZone), [draft, service.timeZone]);
  const answer = request && desk.answerTo(request);
  const { ask, asking, problem } = desk;
  const needsAsking = request !== undefined && answer === undefined && !asking && problem === undefined;
  useEffect(() => {
    if (needsAsking) void ask(request);
  }, [needsAsking, ask, request]);

  if (request === undefined || answer === undefined)
    return (
      <>
        <PageTitle key="asking" title={t.offer.askTitle} />
        {problem !== undefined && !asking ? (
          <ProblemNotice problem={problem} onRetry={() => request && void ask(request)} />
        ) : (
          <Loading />
        )}
      </>
    );
  if (answer.kind === "refusal")
    return (
      <RefusalCard
        key={answer.refusal.id}
        refusal={answer.refusal}
        draft={draft}
        request={request}
        onAgain={() => void ask(request)}
        onChoose={(alternative) => onChoose(draftAs(draft, alternative, service.timeZone))}
      />
    );
  return (
    <OfferCard
      key={answer.quote.id}
      quote={answer.quote}
      changes={draft.replaces !== undefined}
      onRenew={() => request && void ask(request)}
      onBooked={async () => {
        forgetDraft(tenant, draft);
        await navigate({
          ...homeOf(draft, tenant),
          search: { told: draft.replaces === undefined ? "booked" : "changed" },
          replace: true,
        });
        desk.forget();
      }}
    />
  );
}
