import type { Problem } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { registrationsMessages } from "../messages/registrations/index.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

export interface KnownMember {
  readonly id: string;
  readonly memberNo: string;
}

/** Members with the same phone number and birth date, when that stood against a registration. */
export function knownMembers(problem: Problem | undefined): readonly KnownMember[] {
  const known = problem?.rejections?.find(({ kind }) => kind === "member-known");
  return (known?.members as readonly KnownMember[] | undefined) ?? [];
}

/** Tells the desk that this may be a member already, and lets a person decide. */
export function KnownMembers({
  members,
  onUse,
  onOther,
}: {
  members: readonly KnownMember[];
  onUse: (member: KnownMember) => void;
  onOther: () => void;
}) {
  const { known: t } = useMessages(registrationsMessages);
  return (
    <Notice tone="warning" title={t.title}>
      <p>{t.lead}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        {members.map((member) => (
          <Button key={member.id} size="medium" onClick={() => onUse(member)}>
            {t.use(member.memberNo)}
          </Button>
        ))}
        <Button size="medium" look="outline" onClick={onOther}>
          {t.other}
        </Button>
      </div>
    </Notice>
  );
}
