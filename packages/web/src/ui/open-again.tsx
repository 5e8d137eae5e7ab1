import { localProblem } from "../client.ts";
import { ProblemNotice } from "./problem-notice.tsx";

/** In the place of a part that did not come: opened again, the page fetches it. */
export const OpenAgain = () => (
  <ProblemNotice problem={localProblem("offline")} onRetry={() => location.reload()} />
);
