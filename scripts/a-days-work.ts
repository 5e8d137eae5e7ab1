/**
 * Plays a whole day of the demo town through a real server and database, faster than real time: fifty calls at two desk
 * seats, 150 rides asked for on the web, a driver, second thoughts and people who do not come. Prints what came of it.
 * Run: `npm run day -- --seed 1`
 */
import { parseArgs } from "node:util";
import { playADay } from "../packages/server/test/play-a-day.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    calls: { type: "string", default: "50" },
    web: { type: "string", default: "150" },
    jams: { type: "string", default: "0" },
    notes: { type: "boolean", default: false },
  },
});
const size = { calls: Number(values.calls), web: Number(values.web), jams: Number(values.jams), today: 0.3 };
const from = performance.now();
const { plan, journal, figures, violations, strayBookings, lostMessages, messages } = await playADay({
  seed: Number(values.seed),
  size,
});
if (values.notes) for (const note of journal.notes) console.log(JSON.stringify(note));
const seconds = Math.round((performance.now() - from) / 1000);
console.log(
  `day ${plan.date}, seed ${values.seed}, ${plan.contacts.length} contacts, played in ${seconds} s`,
);
console.log(JSON.stringify({ ...figures, violations, strayBookings, messages, lostMessages }, null, 2));
const faults =
  figures.errors.length +
  figures.brokenPromises.length +
  violations.length +
  strayBookings.length +
  lostMessages;
console.log(
  `errors ${figures.errors.length}, broken promises ${figures.brokenPromises.length + violations.length}, lost messages ${lostMessages}`,
);
process.exitCode = faults === 0 ? 0 : 1;
