import type { CrewFinding } from "@noriai/api";
import type { Format } from "../format.ts";
import type { CrewMessages } from "../messages/crew/index.ts";
import { paperDay } from "./paper-day.ts";

/** What stands against a driver, in a sentence with the amount, and the law that says so. */
export function findingWords(
  finding: CrewFinding,
  { t, format }: { readonly t: CrewMessages; readonly format: Format },
): { readonly text: string; readonly law: string } {
  const { findings: say, law, classes } = t;
  const day = (date: string) => paperDay(date, t);
  const span = (seconds: number) => t.duration(Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60));
  switch (finding.kind) {
    case "licence-not-read":
      return { text: say.licenceNotRead, law: law.roster };
    case "licence-expired":
      return { text: say.licenceExpired(day(finding.expiredOn), finding.daysOver), law: law.licence };
    case "licence-expires-soon":
      return { text: say.licenceSoon(day(finding.expiresOn), finding.daysLeft), law: law.licence };
    case "second-class-needed":
      return { text: say.secondClass(classes[finding.has]), law: law.secondClass };
    case "licence-too-small":
      return {
        text: say.licenceSmall(classes[finding.has], finding.persons, finding.personsMax),
        law: law.licenceSize,
      };
    case "health-check-overdue":
      return { text: say.health(day(finding.dueOn), finding.daysOver), law: law.health };
    case "inspection-overdue":
      return { text: say.inspection(day(finding.dueOn), finding.daysOver), law: law.inspection };
    case "has-left":
      return { text: say.left(day(finding.leftOn)), law: law.roster };
    case "rest-too-short":
      return {
        text: say.rest(format.serviceDate(finding.otherDate), span(finding.rest), span(finding.least)),
        law: law.hours,
      };
    case "span-too-long":
      return { text: say.span(span(finding.span), span(finding.most)), law: law.hours };
    case "month-too-long":
      return { text: say.month(span(finding.sum), span(finding.most)), law: law.hours };
    case "two-duties-at-once":
      return { text: say.twice(format.time(finding.from), format.time(finding.to)), law: law.hours };
  }
}
