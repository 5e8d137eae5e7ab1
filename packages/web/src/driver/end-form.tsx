import { type FormEvent, useState, useSyncExternalStore } from "react";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { terminalMessages } from "../messages/terminal/index.ts";
import { useReadAgain } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { BigButton } from "./big-button.tsx";
import { deviceRoom, unsentIn } from "./device-store/device-room.ts";
import type { Shift } from "./shift.ts";
import { typedYen } from "./typed-yen.ts";

/**
 * What the till holds and what the vehicle shows; the difference from the record is said while it is typed. The server
 * closes the till with what it has: not before all that was recorded here has reached it.
 */
export function EndForm({ shift, onClose }: { shift: Shift; onClose: () => void }) {
  const t = useMessages(terminalMessages).end;
  const { tenant } = useTenancy();
  const [typed, setTyped] = useState(() => firstTyped(shift));
  const [asked, setAsked] = useState(false);
  const { run, busy, problem } = useCommand("endDuty");
  const readAgain = useReadAgain();
  const room = deviceRoom(tenant);
  const unsent = useSyncExternalStore(room.subscribe, () => unsentIn(room.state()));
  const change = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }));
  const read = readTyped(typed);
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    setAsked(true);
    const { odometerStart, odometerEnd, cashCounted } = read;
    if (odometerStart === undefined || odometerEnd === undefined || cashCounted === undefined) return;
    if (odometerEnd < odometerStart || busy || unsent > 0) return;
    const body = { odometerStart, odometerEnd, cashCounted, remarks: typed.remarks.trim() };
    const { ok } = await run({ params: { tenant }, body });
    if (!ok) return;
    await readAgain("getMyShift");
    onClose();
  };
  return (
    <form onSubmit={save} noValidate className="flex flex-col gap-5">
      <Distance typed={typed} read={read} asked={asked} change={change} />
      <Till shift={shift} typed={typed} counted={read.cashCounted} asked={asked} change={change} />
      <TextField
        label={t.remarks}
        maxLength={500}
        value={typed.remarks}
        onChange={({ target }) => change({ remarks: target.value })}
      />
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="flex flex-wrap gap-3">
        <BigButton onPress={() => void save()} disabledBecause={unsent > 0 ? t.unsent(unsent) : undefined}>
          {busy ? t.saving : t.save}
        </BigButton>
        <BigButton look="outline" onPress={onClose}>
          {t.cancel}
        </BigButton>
      </div>
    </form>
  );
}

interface Typed {
  readonly odometerStart: string;
  readonly odometerEnd: string;
  readonly cashCounted: string;
  readonly remarks: string;
}

interface Read {
  readonly odometerStart: number | undefined;
  readonly odometerEnd: number | undefined;
  readonly cashCounted: number | undefined;
}

/** The vehicle's last reading, or what was reported before. */
const firstTyped = ({ closing, odometer }: Shift): Typed => ({
  odometerStart: String(closing?.odometerStart ?? odometer ?? ""),
  odometerEnd: closing === null ? "" : String(closing.odometerEnd),
  cashCounted: closing === null ? "" : String(closing.cashCounted),
  remarks: closing?.remarks ?? "",
});

const readTyped = ({ odometerStart, odometerEnd, cashCounted }: Typed): Read => ({
  odometerStart: typedKilometres(odometerStart),
  odometerEnd: typedKilometres(odometerEnd),
  cashCounted: typedYen(cashCounted),
});

/** Full or half width, with or without commas. */
function typedKilometres(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/[\s,]|km/gi, "");
  return /^\d{1,7}$/.test(plain) ? Number(plain) : undefined;
}

interface Typing {
  readonly typed: Typed;
  readonly asked: boolean;
  readonly change: (part: Partial<Typed>) => void;
}

function Distance({ typed, read: { odometerStart, odometerEnd }, asked, change }: Typing & { read: Read }) {
  const t = useMessages(terminalMessages).end;
  const isTurned = odometerStart !== undefined && odometerEnd !== undefined && odometerEnd < odometerStart;
  const whole = (value: number | undefined) => (asked && value === undefined ? t.faults.whole : undefined);
  return (
    <>
      <TextField
        label={t.start}
        inputMode="numeric"
        autoComplete="off"
        value={typed.odometerStart}
        error={whole(odometerStart)}
        onChange={({ target }) => change({ odometerStart: target.value })}
      />
      <TextField
        label={t.finish}
        inputMode="numeric"
        autoComplete="off"
        value={typed.odometerEnd}
        error={isTurned ? t.faults.turned : whole(odometerEnd)}
        hint={
          odometerStart !== undefined && odometerEnd !== undefined && !isTurned
            ? t.distance(odometerEnd - odometerStart)
            : undefined
        }
        onChange={({ target }) => change({ odometerEnd: target.value })}
      />
    </>
  );
}

function Till({
  shift: { takings },
  typed,
  counted,
  asked,
  change,
}: Typing & { shift: Shift; counted: number | undefined }) {
  const t = useMessages(terminalMessages).end;
  const format = useFormat();
  const difference = counted === undefined ? undefined : counted - takings.cash;
  return (
    <>
      <dl className="grid grid-cols-2 gap-x-4">
        <dt className="row-start-1">{t.expected}</dt>
        <dt className="row-start-1">{t.cashless}</dt>
        <dd className="text-3xl font-bold tabular-nums">{format.yen(takings.cash)}</dd>
        <dd className="text-3xl font-bold tabular-nums">{format.yen(takings.cashless)}</dd>
      </dl>
      <TextField
        label={t.counted}
        inputMode="numeric"
        autoComplete="off"
        value={typed.cashCounted}
        error={asked && counted === undefined ? t.faults.whole : undefined}
        onChange={({ target }) => change({ cashCounted: target.value })}
      />
      <p role="status" className="text-xl font-bold">
        {difference !== undefined &&
          (difference === 0 ? t.same : (difference > 0 ? t.more : t.less)(format.yen(Math.abs(difference))))}
      </p>
    </>
  );
}
