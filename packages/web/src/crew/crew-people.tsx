import type { CrewDay, RollCallStand } from "@noriai/api";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useFormat } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { RollCallDialog } from "./roll-call-dialog.tsx";

type Person = CrewDay["people"][number];
type Moment = "before" | "after";

/** Everybody who drives on the date: working span, roll calls, end of duty. */
export function CrewPeople({ crew, mayEdit }: { crew: CrewDay; mayEdit: boolean }) {
  const t = useMessages(crewMessages);
  const [calling, setCalling] = useState<{ readonly person: Person; readonly moment: Moment }>();
  return (
    <section>
      <h2 className="text-xl font-bold">{t.people.title}</h2>
      <p className="mt-1 mb-3">{crew.rules.rollCall.isRequired ? t.people.lead : t.people.leadFree}</p>
      {crew.people.length === 0 && <p>{t.people.nobody}</p>}
      <ul className="flex flex-col gap-4">
        {crew.people.map((person) => (
          <PersonCard
            key={person.driverId}
            person={person}
            onCall={mayEdit ? (moment) => setCalling({ person, moment }) : undefined}
          />
        ))}
      </ul>
      <RollCallDialog
        key={calling === undefined ? "none" : `${calling.person.driverId} ${calling.moment}`}
        serviceDate={crew.serviceDate}
        calling={calling}
        onClose={() => setCalling(undefined)}
      />
    </section>
  );
}

function PersonCard({ person, onCall }: { person: Person; onCall: ((moment: Moment) => void) | undefined }) {
  const t = useMessages(crewMessages);
  const format = useFormat();
  const { number, name, workFrom, workTo, isClosed } = person;
  return (
    <li className="rounded-12 border border-line p-5">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <h3 className="text-xl font-bold">
          {number} {name}
        </h3>
        <p className="tabular-nums">
          {t.people.work} {format.time(workFrom)}–{format.time(workTo)}
        </p>
        <p>
          {t.people.closed}{" "}
          <Badge tone={isClosed ? "success" : "gray"}>
            {isClosed ? t.people.reported : t.people.notReported}
          </Badge>
        </p>
      </div>
      <div className="mt-3 flex flex-wrap gap-x-10 gap-y-3">
        {(["before", "after"] as const).map((moment) => (
          <div key={moment} className="flex flex-wrap items-center gap-3">
            <p>
              <span className="font-bold">{t.people[moment]}</span> <StandBadge stand={person[moment]} />
            </p>
            {onCall !== undefined && (
              <Button
                size="small"
                look={moment === "before" && person.before.kind === "missing" ? "solid" : "outline"}
                aria-label={t.people.callFor(name, moment)}
                onClick={() => onCall(moment)}
              >
                {t.people.call[moment]}
              </Button>
            )}
          </div>
        ))}
      </div>
    </li>
  );
}

function StandBadge({ stand }: { stand: RollCallStand }) {
  const t = useMessages(crewMessages);
  const format = useFormat();
  if (stand.kind === "done")
    return (
      <Badge tone="success">
        {t.people.done(
          stand.at === null ? "" : format.time(stand.at),
          stand.method === null ? "" : t.methods[stand.method],
        )}
      </Badge>
    );
  if (stand.kind === "missing") return <Badge tone="warning">{t.people.missing}</Badge>;
  return (
    <>
      <Badge tone="error">{t.people.mustNotDrive}</Badge>
      {stand.because !== null && <span className="ml-2">{t.people.because[stand.because]}</span>}
    </>
  );
}
