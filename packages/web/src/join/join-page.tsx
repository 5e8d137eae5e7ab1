import type { Answer, Problem } from "@noriai/api";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useNow } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { joinMessages } from "../messages/join/index.ts";
import { oneTimeCodeMessages } from "../messages/one-time-code/index.ts";
import { goodUntil, isStillGood } from "../one-time-code/good-until.ts";
import { queryClient, useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { buttonLook } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useWindowState } from "../ui/use-window-state.ts";
import { wallTimeOf } from "../wall-time.ts";
import { newIntention } from "../world.ts";
import { CodeStep } from "./code-step.tsx";
import { ContactStep, type SentCode } from "./contact-step.tsx";
import { type JoinField, type JoinRules, likelyWay, personOf } from "./join-draft.ts";
import { JoinedPage } from "./joined-page.tsx";
import { PersonStep } from "./person-step.tsx";
import { Purposes } from "./purposes.tsx";
import { useJoinDraft } from "./use-join-draft.ts";

/** Registering on the web: who, a confirmed address, the member number. 仕様書 3-(1)-⑦ */
export function JoinPage() {
  const t = useMessages(joinMessages);
  const { tenant, session } = useTenancy();
  const [joined, setJoined] = useState<Answer<"join">>();
  const { data, error, refetch } = useRead("getJoining", { params: { tenant } });
  if (joined !== undefined) return <JoinedPage joined={joined} />;
  if (session !== undefined) return <SignedIn />;
  if (data === undefined)
    return (
      <>
        <PageTitle title={t.title} />
        {error === null ? <Loading /> : <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      </>
    );
  return <Steps town={data} onJoined={setJoined} />;
}

function SignedIn() {
  const t = useMessages(joinMessages);
  const { tenant } = useTenancy();
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageTitle title={t.title} />
      <Notice title={t.already}>
        <p>{t.alreadyLead}</p>
      </Notice>
      <Link to="/t/$tenant" params={{ tenant }} className={buttonLook()}>
        {t.toRide}
      </Link>
    </div>
  );
}

type Step = "you" | "contact" | "code";
const STEPS: readonly Step[] = ["you", "contact", "code"];

/** How far a registration has come. */
interface Joining {
  readonly step: Step;
  readonly sent?: SentCode & { readonly untilMs: number };
  /** Of this registration, however often it is sent. */
  readonly attempt: string;
}

/** The attempt stays when its code has ended: it may have come through without its answer. */
const goOn = (kept: Joining | undefined): Joining =>
  kept !== undefined && isStillGood(kept) ? kept : { step: "you", attempt: kept?.attempt ?? newIntention() };

function Steps({
  town,
  onJoined,
}: {
  town: Answer<"getJoining">;
  onJoined: (joined: Answer<"join">) => void;
}) {
  const t = useMessages(joinMessages);
  const code = useMessages(oneTimeCodeMessages);
  const { tenant, service } = useTenancy();
  const { from: source } = useSearch({ from: "/t/$tenant/join" });
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const rules: JoinRules = { today, guardianBeforeAge: town.guardianBeforeAge };
  const { draft, change, forget } = useJoinDraft(tenant);
  const [told, setTold] = useState<Readonly<Partial<Record<JoinField, string>>>>({});
  const [joining, keep, forgetJoining] = useWindowState<Joining>(`noriai.joining.${tenant}`, goOn);
  const { step, sent, attempt } = joining;
  const goTo = (next: Step) => keep({ ...joining, step: next });
  const wait = (code: SentCode) => keep({ ...joining, sent: goodUntil(code), step: "code" });
  const titles = { you: t.title, contact: t.contact.title, code: code.title };
  const finish = async (answer: Answer<"join">) => {
    forget();
    forgetJoining();
    onJoined(answer);
    queryClient.setQueryData(["getSession", { params: { tenant } }], answer);
    await queryClient.invalidateQueries({ queryKey: ["getSession"] });
  };
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <div>
        <PageTitle key={step} title={titles[step]} />
        <p className="text-quiet">{t.step(STEPS.indexOf(step) + 1, STEPS.length)}</p>
      </div>
      {step === "you" && (
        <>
          <Welcome />
          <PersonStep
            draft={draft}
            rules={rules}
            told={told}
            onChange={change}
            onNext={() => {
              setTold({});
              if (draft.means === undefined) change(likelyWay(draft));
              goTo(sent === undefined ? "contact" : "code");
            }}
          />
          <Purposes />
        </>
      )}
      {step === "contact" && (
        <ContactStep
          draft={draft.mobile === "" ? { ...draft, mobile: draft.phone } : draft}
          offered={town.offered}
          onChange={change}
          earlier={sent}
          onSent={wait}
          onBack={() => goTo("you")}
        />
      )}
      {step === "code" && sent !== undefined && (
        <CodeStep
          sent={sent}
          attempt={attempt}
          person={personOf(draft, rules)}
          source={source}
          onSent={wait}
          onJoined={(answer) => void finish(answer)}
          onRefused={(problem) => {
            setTold(toldOf(problem));
            goTo("you");
          }}
          onBack={() => goTo("contact")}
        />
      )}
    </div>
  );
}

function Welcome() {
  const t = useMessages(joinMessages);
  const { tenant, service } = useTenancy();
  return (
    <div className="flex flex-col gap-2 text-lg">
      <p>{t.lead(service.name)}</p>
      <p>
        {t.otherWays(service.phoneNumber)}{" "}
        <Link
          to="/t/$tenant/join/form"
          params={{ tenant }}
          className="inline-flex min-h-11 items-center text-key-900 underline"
        >
          {t.paper.toPrint}
        </Link>
      </p>
      <p>
        {t.haveNumber}{" "}
        <Link
          to="/t/$tenant/sign-in"
          params={{ tenant }}
          className="inline-flex min-h-11 items-center text-key-900 underline"
        >
          {t.toSignIn}
        </Link>
      </p>
    </div>
  );
}

/** The server's names of fields as those of the form. */
const toldOf = ({ fields = [] }: Problem): Readonly<Partial<Record<JoinField, string>>> =>
  Object.fromEntries(fields.map(({ name, message }) => [FIELDS[name] ?? name, message]));
const FIELDS: Readonly<Record<string, JoinField>> = {
  guardian: "guardianName",
  "guardian.name": "guardianName",
  "guardian.phone": "guardianPhone",
};
