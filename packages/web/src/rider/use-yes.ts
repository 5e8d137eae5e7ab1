import type { Answer, Problem } from "@noriai/api";
import type { Result } from "@noriai/kernel";
import { useCommand } from "../command.ts";
import { isDecided } from "../intention.ts";
import { useTenancy } from "../shell/session.ts";
import { useWindowState } from "../ui/use-window-state.ts";

/** A rider's yes to an offer (予約確定). */
export interface Yes {
  /** May be said again at any time: the same offer gives the same booking. */
  readonly say: () => Promise<Result<Answer<"confirmQuote">, Problem>>;
  /** "unsure": it was sent and no answer came, so there may be a booking, whatever has become of the hold since. */
  readonly state: "open" | "sending" | "unsure";
  readonly problem: Problem | undefined;
}

/** Says yes to an offer. That nobody answered is remembered in this window, through reloads, until somebody does. */
export function useYes(quoteId: string): Yes {
  const { tenant } = useTenancy();
  const { run, busy, problem } = useCommand("confirmQuote");
  const [isSent, keepSent, forgetSent] = useWindowState<boolean>(
    `noriai.yes.${quoteId}`,
    (kept) => kept === true,
  );
  const say = async () => {
    keepSent(true);
    const answer = await run({ params: { tenant, quoteId } });
    if (isDecided(answer)) {
      keepSent(false);
      forgetSent();
    }
    return answer;
  };
  return { say, state: busy ? "sending" : isSent ? "unsure" : "open", problem };
}
