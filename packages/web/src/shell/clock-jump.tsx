import type { Problem } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useReadNow } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { demoBarMessages } from "../messages/demo-bar/index.ts";
import { shellMessages } from "../messages/shell/index.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { instantAt, wallTimeOf } from "../wall-time.ts";

interface ClockJumpProps {
  readonly open: boolean;
  readonly timeZone: string;
  readonly problem: Problem | undefined;
  readonly onJump: (to: string) => unknown;
  readonly onClose: () => void;
}

/** Sets the demo's clock to a day and time. */
export function ClockJump(props: ClockJumpProps) {
  const demo = useMessages(demoBarMessages);
  return (
    <Dialog title={demo.jumpTitle} open={props.open} onClose={props.onClose}>
      <JumpForm {...props} />
    </Dialog>
  );
}

function JumpForm({ timeZone, problem, onJump, onClose }: ClockJumpProps) {
  const demo = useMessages(demoBarMessages);
  const { close } = useMessages(shellMessages);
  const readNow = useReadNow();
  const [wall, setWall] = useState(() => wallTimeOf(readNow(), timeZone));
  const jump = (event: FormEvent) => {
    event.preventDefault();
    onJump(instantAt(wall, timeZone));
  };
  return (
    <form onSubmit={jump} className="flex flex-col gap-4">
      <p>{demo.jumpHint}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={demo.jumpDate}
          type="date"
          required
          value={wall.date}
          onChange={({ target }) => setWall({ ...wall, date: target.value })}
        />
        <TextField
          label={demo.jumpTime}
          type="time"
          required
          value={wall.time}
          onChange={({ target }) => setWall({ ...wall, time: target.value.slice(0, 5) })}
        />
      </div>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit">{demo.jumpTo}</Button>
        <Button look="outline" onClick={onClose}>
          {close}
        </Button>
      </div>
    </form>
  );
}
