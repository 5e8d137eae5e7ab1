import type { InstructionAnswer } from "@noriai/api";
import type { Effect, InstructAnswer, Instruction, InstructionRejection, Taken } from "@noriai/booking";
import { type EpochSeconds, ok, parseInstant, parseServiceDate } from "@noriai/kernel";
import type { Call, Handler } from "../call.ts";
import { decideOnceOn } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import { type Write, writeIn } from "../present/trip.ts";

/** How long a dispatcher may wait: steps of the search for the plan that hurts least. */
const ITERATIONS = 1_000;

/** The same instruction of the same plan gives the same answer, so that what was previewed is what is done. */
const EFFORT = { seed: 1, iterations: ITERATIONS };

/** What an instruction (配車指示) would do to riders, decided like the real one and not written. */
export const previewInstruction: Handler<"previewInstruction"> = async (call) => {
  const { world, town, who, body, thinker } = call;
  const serviceDate = parseServiceDate(body.serviceDate)!;
  const day = await world.store.inTenant(who.tenant, (tx) => tx.loadDay(town.service, serviceDate));
  const matter = { kind: "instruct", instruction: instructionOf(call), effort: EFFORT } as const;
  const { answer } = await thinker.decide(decisionWorld(call), day, matter);
  return ok({ body: present(answer, { version: day.version, write: writeIn(town.service.timeZone) }) });
};

/** Carries it out on the plan that was previewed; on no other, for what it costs riders would be another. */
export const giveInstruction: Handler<"giveInstruction"> = async (call) => {
  const { town, body, thinker } = call;
  const decisions = decisionWorld(call);
  const matter = { kind: "instruct", instruction: instructionOf(call), effort: EFFORT } as const;
  const write = writeIn(town.service.timeZone);
  return decideOnceOn<"giveInstruction", InstructAnswer | Overtaken>(
    call,
    parseServiceDate(body.serviceDate)!,
    {
      decide: async (day, intakeStops): Promise<Taken<InstructAnswer | Overtaken>> => {
        if (day.version === body.version) return thinker.decide({ ...decisions, intakeStops }, day, matter);
        const given = { matter, world: decisions, drawn: { ids: [], chances: [], members: {} } };
        return { answer: { kind: "overtaken" }, day, changes: [], given };
      },
      outcomeOf: (answer, { version }) => ok({ body: present(answer, { version, write }) }),
    },
  );
};

interface Overtaken {
  readonly kind: "overtaken";
}

function instructionOf({
  now,
  body: { instruction },
}: Pick<Call<"previewInstruction">, "now" | "body">): Instruction {
  if (instruction.kind === "take-out") {
    const from = instruction.from === undefined ? now : parseInstant(instruction.from)!;
    return { ...instruction, from } as Instruction;
  }
  // The schema has checked every field; only instants are written differently.
  const fields = Object.entries(instruction).map(([name, value]) =>
    INSTANTS.has(name) ? [name, parseInstant(value as string)!] : [name, value],
  );
  return Object.fromEntries(fields) as Instruction;
}

const INSTANTS: ReadonlySet<string> = new Set(["from", "until", "at", "latest", "endedAt"]);

function present(
  answer: InstructAnswer | Overtaken,
  { version, write }: { readonly version: number; readonly write: Write },
): InstructionAnswer {
  switch (answer.kind) {
    case "overtaken":
      return { kind: "overtaken", version };
    case "refused":
      return { kind: "refused", version, rejection: presentRejection(answer.rejection, write) };
    default:
      return {
        kind: "instructed",
        version,
        effects: answer.effects.map(({ bookingId, before, after }) => ({
          bookingId,
          before: presentFate(before, write),
          after: presentFate(after, write),
        })),
        atRisk: answer.atRisk.map(({ bookingId }) => bookingId),
        stranded: [...answer.stranded],
      };
  }
}

const presentFate = ({ carried, late }: Effect["before"], write: Write) => ({
  dutyId: carried?.dutyId ?? null,
  pickupAt: carried ? write(carried.pickupAt) : null,
  dropoffAt: carried ? write(carried.dropoffAt) : null,
  late,
});

function presentRejection(rejection: InstructionRejection, write: Write): { kind: string } {
  const told = Object.entries(rejection).map(([field, value]) =>
    INSTANTS.has(field) ? [field, write(value as EpochSeconds)] : [field, value],
  );
  return Object.fromEntries(told);
}
