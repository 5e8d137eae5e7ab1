import { useState } from "react";
import { useNow, useWorld } from "../clock.tsx";
import { usePlainCommand } from "../command.ts";
import { makeFormat } from "../format.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { demoBarMessages } from "../messages/demo-bar/index.ts";
import { useReadAgain } from "../read.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { offsetOf } from "../wall-time.ts";
import { ClockButton } from "./clock-button.tsx";
import { ClockJump } from "./clock-jump.tsx";
import { TownLife } from "./town-life.tsx";

const RATES = [1, 10, 60] as const;

/** The demo's clock, shown on every page, and the means to move it. */
export function DemoBar({ timeZone }: { timeZone: string | undefined }) {
  const demo = useMessages(demoBarMessages);
  const { language } = useLanguage();
  const world = useWorld();
  const readAgain = useReadAgain();
  const setClock = usePlainCommand("setClock");
  const [jumping, setJumping] = useState(false);
  const zone = timeZone ?? offsetOf(world.now);
  const format = makeFormat(language, zone);
  const running = world.demoClock?.running ?? false;
  const move = async (body: Parameters<typeof setClock.run>[0]["body"]) => {
    const moved = await setClock.run({ body });
    await readAgain("getWorld", "getService", "listMyBookings", "getBoard", "getDutySheet");
    return moved.ok;
  };
  return (
    <section aria-label={demo.controls} className="no-print bg-key-1200 text-white">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 md:px-6">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="whitespace-nowrap font-bold">{demo.time}</span>
          <ShownTime format={format} />
          {!running && (
            <span className="whitespace-nowrap rounded-4 bg-yellow-100 px-2 text-base font-bold text-yellow-1200">
              {demo.paused}
            </span>
          )}
        </p>
        <div className="flex flex-wrap gap-1">
          <ClockButton pressed={!running} onPress={() => move({ action: "pause" })}>
            {demo.pause}
          </ClockButton>
          {RATES.map((rate) => (
            <ClockButton
              key={rate}
              label={demo.runLabel(rate)}
              pressed={running && world.demoClock?.rate === rate}
              onPress={() => move({ action: "run", rate })}
            >
              {demo.run(rate)}
            </ClockButton>
          ))}
          <ClockButton onPress={() => setJumping(true)}>{demo.jump}</ClockButton>
        </div>
        <TownLife />
      </div>
      <ClockJump
        open={jumping}
        timeZone={zone}
        problem={setClock.problem}
        onJump={async (to) => (await move({ action: "jump", to })) && setJumping(false)}
        onClose={() => {
          setJumping(false);
          setClock.forgetProblem();
        }}
      />
      {setClock.problem !== undefined && !jumping && (
        <div className="mx-auto max-w-7xl px-4 pb-2 text-solid-gray-800">
          <ProblemNotice problem={setClock.problem} />
        </div>
      )}
    </section>
  );
}

function ShownTime({ format }: { format: ReturnType<typeof makeFormat> }) {
  const now = useNow();
  return (
    <time className="text-lg font-bold tabular-nums" data-testid="demo-time">
      {format.date(now)} {format.clock(now)}
    </time>
  );
}
