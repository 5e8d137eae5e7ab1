import type { MemberSummary } from "@noriai/api";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import { useNow } from "../clock.tsx";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { RecordFields } from "../members/record-fields.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { registrationsMessages } from "../messages/registrations/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { wallTimeOf } from "../wall-time.ts";
import { KnownMembers, knownMembers } from "./known-members.tsx";
import { GuardianPart, PapersPart, ReceptionPart } from "./paper-form-parts.tsx";
import {
  emptyRegistration,
  isChild,
  type RegistrationDraft,
  registrationFaults,
  registrationOf,
} from "./registration-draft.ts";

/** Registers from the paper form (会員登録申込書), one after the other. 仕様書 3-(1)-⑦ */
export function PaperFormPage() {
  const { form: t } = useMessages(registrationsMessages);
  const { tenant } = useTenancy();
  const [last, setLast] = useState<Added>();
  const added = last?.member;
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <Link
        to="/t/$tenant/members"
        params={{ tenant }}
        className="inline-flex min-h-11 items-center self-start text-key-900 underline"
      >
        {t.toList}
      </Link>
      <PageTitle title={t.title} />
      <p className="text-lg">{t.lead}</p>
      <p>{t.noCopies}</p>
      {added !== undefined && <Registered member={added} />}
      <Form key={added?.id} before={last?.draft} onAdded={setLast} />
    </div>
  );
}

/** Who was registered last, and what of the form stays for the next one. */
interface Added {
  readonly member: MemberSummary;
  readonly draft: RegistrationDraft;
}

function Registered({ member }: { member: MemberSummary }) {
  const { form: t } = useMessages(registrationsMessages);
  const { tenant } = useTenancy();
  return (
    <Notice tone="success" title={t.done(member.name)}>
      <p className="text-2xl font-bold tabular-nums">
        {t.number} {member.memberNo}
      </p>
      <p>{t.write}</p>
      <Link
        to="/t/$tenant/members/$memberId"
        params={{ tenant, memberId: member.id }}
        className={`mt-2 ${buttonLook({ look: "outline", size: "medium" })}`}
      >
        {t.open}
      </Link>
    </Notice>
  );
}

interface Filling {
  readonly before: RegistrationDraft | undefined;
  readonly onAdded: (added: Added) => void;
}

function Form(filling: Filling) {
  const { form: t } = useMessages(registrationsMessages);
  const { tenant } = useTenancy();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, asksGuardian, guardianBeforeAge, faults, errorOf, problem, busy, register } =
    useRegistration(filling);
  const known = knownMembers(problem);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void register(false);
    if (Object.keys(faults.all).length > 0) form.current?.scrollIntoView({ block: "start" });
  };
  return (
    <form ref={form} noValidate aria-label={t.title} onSubmit={submit} className="flex flex-col gap-6">
      {faults.shown > 0 && <Notice tone="error" title={t.wrong(faults.shown)} />}
      {problem !== undefined && known.length === 0 && <ProblemNotice problem={problem} />}
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-3 text-xl font-bold">{t.person}</legend>
        <RecordFields draft={draft} errorOf={errorOf} onChange={change} />
      </fieldset>
      {asksGuardian && (
        <GuardianPart draft={draft} errorOf={errorOf} onChange={change} beforeAge={guardianBeforeAge} />
      )}
      <PapersPart draft={draft} errorOf={errorOf} onChange={change} />
      <ReceptionPart draft={draft} errorOf={errorOf} onChange={change} />
      {known.length > 0 && (
        <KnownMembers
          members={known}
          onUse={({ id }) =>
            void navigate({ to: "/t/$tenant/members/$memberId", params: { tenant, memberId: id } })
          }
          onOther={() => void register(true)}
        />
      )}
      <div>
        <Button type="submit" busy={busy}>
          {busy ? t.submitting : t.submit}
        </Button>
      </div>
    </form>
  );
}

function useRegistration({ before, onAdded }: Filling) {
  const t = useMessages(registrationsMessages).form;
  const { form: recordWords } = useMessages(membersMessages);
  const { tenant, service } = useTenancy();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const joining = useRead("getJoining", { params: { tenant } });
  const readAgain = useReadAgain();
  const [draft, setDraft] = useState(() => emptyRegistration(today, before));
  const [checked, setChecked] = useState(false);
  const { run, busy, problem } = useCommand("addMember");
  const guardianBeforeAge = joining.data?.guardianBeforeAge ?? 0;
  const asksGuardian = isChild(draft.birthDate, today, guardianBeforeAge);
  const all = registrationFaults(draft, asksGuardian);
  const errorOf = (name: string): string | undefined => {
    const fault = checked ? all[name] : undefined;
    if (fault === "email" || fault === "source") return t.faults[fault];
    if (fault !== undefined) return recordWords.faults[fault];
    return problem?.fields?.find((field) => field.name === name || FIELDS[field.name] === name)?.message;
  };
  const register = async (evenIfKnown: boolean) => {
    setChecked(true);
    if (busy || Object.keys(all).length > 0) return;
    const body = registrationOf(draft, { asksGuardian, evenIfKnown });
    const result = await run({ params: { tenant }, body });
    if (!result.ok) return;
    await readAgain("listMembers", "listRegistrations", "searchMembers");
    onAdded({ member: result.value, draft });
  };
  const change = (part: Partial<RegistrationDraft>) => setDraft((now) => ({ ...now, ...part }));
  const faults = { all, shown: checked ? Object.keys(all).length : 0 };
  return { draft, change, asksGuardian, guardianBeforeAge, faults, errorOf, problem, busy, register };
}

/** The server's names of fields, as those of the form. */
const FIELDS: Readonly<Record<string, string>> = {
  guardian: "guardianName",
  "guardian.name": "guardianName",
  "guardian.phone": "guardianPhone",
  "disability.seenOn": "seenOn",
  "disability.until": "until",
};
