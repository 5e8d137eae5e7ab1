import { useWorld } from "../clock.tsx";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { demoBarMessages } from "../messages/demo-bar/index.ts";
import { useReadAgain } from "../read.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { ClockButton } from "./clock-button.tsx";

/** Fast enough that a newcomer sees somebody board within a minute; the clock's buttons slow it down. */
const LIVELY = 60;

/** Lets the demo town live by itself, or stand still. */
export function TownLife() {
  const demo = useMessages(demoBarMessages);
  const { lives, demoClock } = useWorld();
  const readAgain = useReadAgain();
  const setLife = usePlainCommand("setLife");
  if (lives === undefined) return null;
  const rate = demoClock?.rate === 10 ? 10 : LIVELY;
  const press = async () => {
    await setLife.run({ body: lives ? { action: "stop" } : { action: "start", rate } });
    await readAgain("getWorld", "getService", "getBoard");
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <ClockButton busy={setLife.busy} onPress={press}>
        {lives ? demo.still : demo.liven}
      </ClockButton>
      <p role="status" className="text-base">
        {lives ? demo.lives : ""}
      </p>
      {setLife.problem !== undefined && (
        <div className="w-full text-solid-gray-800">
          <ProblemNotice problem={setLife.problem} />
        </div>
      )}
    </div>
  );
}
