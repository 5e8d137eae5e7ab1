import type { Answer, Body, Problem, TaskEventInput } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { afterHearing, type Doubt } from "../src/driver/device-store/clock-doubt.ts";
import {
  append,
  clockSet,
  type DeviceEvent,
  type DeviceLog,
  newLog,
  nextBatch,
  setBackBy,
  settle,
} from "../src/driver/device-store/device-log.ts";
import { type DeviceRoom, openRoom } from "../src/driver/device-store/device-room.ts";
import type { LogStore } from "../src/driver/device-store/log-store.ts";
import { parseOldQueue } from "../src/driver/device-store/old-queue.ts";
import { pauseMs } from "../src/driver/device-store/pause.ts";
import { type Receiver, sendNext } from "../src/driver/device-store/send-next.ts";
import { seemingSleep, shownBy } from "../src/server-clock.ts";

const event = (id: string, at = "2026-11-24T00:15:00Z"): TaskEventInput => ({
  id,
  dutyId: "d1",
  at,
  kind: "boarded",
  bookingId: `b-${id}`,
});
const logOf = (...ids: string[]): DeviceLog =>
  ids.map((id) => event(id)).reduce<DeviceLog>((log, next) => append(log, next), newLog("log"));
const shown = ({ unsent }: DeviceLog) => unsent.map(({ no, event: { id } }) => `${no} ${id}`);

describe("what the driver recorded waits in order until the server has it", () => {
  test("entries are numbered from 1 without a gap and sent from the front", () => {
    expect(shown(logOf("a", "b", "c"))).toEqual(["1 a", "2 b", "3 c"]);
    expect(nextBatch(logOf("a", "b", "c"), 2)).toMatchObject({ oldest: 1, entries: [{ no: 1 }, { no: 2 }] });
    expect(nextBatch(newLog("log"))).toBeUndefined();
  });

  test("only the server's word lets an entry go, and a late or doubled word lets go no more", () => {
    const after = settle(logOf("a", "b", "c"), { logId: "log", takenIn: 2, forked: false }, "new");
    expect(shown(after)).toEqual(["3 c"]);
    expect(settle(after, { logId: "log", takenIn: 1, forked: false }, "new")).toBe(after);
    expect(shown(append(after, event("d")))).toEqual(["3 c", "4 d"]);
  });

  test("a copied log goes on under a name of its own, numbered anew", () => {
    const after = settle(
      settle(logOf("a", "b", "c"), { logId: "log", takenIn: 1, forked: false }, ""),
      { logId: "log", takenIn: 2, forked: true },
      "new",
    );
    expect(after.id).toBe("new");
    expect(shown(after)).toEqual(["1 b", "2 c"]);
    expect(after.next).toBe(3);
  });

  test("an answer that was given to the log under its former id takes nothing", () => {
    const renamed = settle(logOf("a", "b"), { logId: "log", takenIn: 0, forked: true }, "new");
    expect(settle(renamed, { logId: "log", takenIn: 2, forked: false }, "newer")).toBe(renamed);
    expect(settle(renamed, { logId: "log", takenIn: 0, forked: true }, "newer")).toBe(renamed);
  });

  test("a clock that is set leaves its mark on what was recorded before, not after", () => {
    const later = append(clockSet(logOf("a"), { by: -600, from: 1 }), event("b"));
    expect(later.unsent.map(({ drift }) => drift)).toEqual([-600, 0]);
    expect(clockSet(later, { by: 60, from: 1 }).unsent.map(({ drift }) => drift)).toEqual([-540, 60]);
  });

  test("a clock that starts before what was recorded last was set back; one that starts later says nothing", () => {
    const at = Date.parse("2026-11-24T00:15:00Z") / 1000;
    expect(setBackBy(logOf("a"), at - 3600)).toBe(-3600);
    expect(setBackBy(logOf("a"), at + 3600)).toBe(0);
    expect(setBackBy(newLog("log"), at)).toBe(0);
  });
});

describe("a device that has slept, and one whose clock was set", () => {
  const noon = { elapsedMs: 0, deviceMs: 0 };
  const clock = { showedMs: 0, heardAt: noon, rate: 1 };
  const LUNCH = 45 * 60;
  const heard = (by: number, slept: number, doubt?: Doubt) => afterHearing({ by, slept, next: 8, doubt });

  test("the time goes on through a sleep in which the even clock stood still", () => {
    const awake = { elapsedMs: 60_000, deviceMs: (60 + LUNCH) * 1000 };
    expect(shownBy(clock, awake)).toBe(60 + LUNCH);
    expect(seemingSleep(clock, awake)).toBe(LUNCH);
  });

  test("a device's clock that is set back takes nothing from the time", () => {
    expect(shownBy(clock, { elapsedMs: 60_000, deviceMs: -3_600_000 })).toBe(60);
    expect(seemingSleep(clock, { elapsedMs: 60_000, deviceMs: -3_600_000 })).toBe(0);
  });

  test("lunch moves nothing that was recorded before or after it", () => {
    const asleep = heard(0, LUNCH);
    expect(asleep.corrections).toEqual([]);
    expect(heard(0, 0, asleep.doubt).corrections).toEqual([]);
  });

  test("a clock that was set forward and taken for a sleep: only what was recorded since is put right", () => {
    const { doubt } = heard(0, 600);
    expect(heard(-600, 0, doubt).corrections).toEqual([{ by: -600, from: 8 }]);
    expect(heard(-600, 600).corrections).toEqual([{ by: -600, from: 8 }]);
    expect(heard(-630, 0, doubt).corrections).toEqual([
      { by: -600, from: 8 },
      { by: -30, from: 1 },
    ]);
    expect(clockSet(logOf("a", "b"), { by: -600, from: 2 }).unsent.map(({ drift }) => drift)).toEqual([
      0, -600,
    ]);
  });

  test("any other difference was in all that was recorded before", () => {
    expect(heard(300, 0).corrections).toEqual([{ by: 300, from: 1 }]);
    expect(heard(-300, 0).corrections).toEqual([{ by: -300, from: 1 }]);
    expect(heard(300, LUNCH).corrections).toEqual([{ by: 300, from: 1 }]);
  });
});

describe("the pause before the next try", () => {
  test("doubles with each failure up to a minute, and no two terminals keep step", () => {
    expect([1, 2, 3, 6, 20].map((failures) => pauseMs(failures, 0.5))).toEqual([
      2000, 4000, 8000, 60000, 60000,
    ]);
    expect(pauseMs(3, 0)).toBeLessThan(pauseMs(3, 1));
  });
});

/** A disk in memory; `full` makes it refuse to write, `room` lets so much through all the same. */
function aDisk() {
  const disk = { log: newLog("log") as DeviceLog, full: false, room: 0 };
  const write = async (work: (log: DeviceLog) => DeviceLog): Promise<DeviceLog> => {
    if (disk.full && disk.room-- <= 0) throw new DOMException("no room", "QuotaExceededError");
    disk.log = work(disk.log);
    return disk.log;
  };
  const store: LogStore = {
    load: () => write((log) => log),
    append: (next, drift) => write((log) => append(log, next, drift)),
    settle: (answer) => write((log) => settle(log, answer, "new")),
    setClock: (correction) => write((log) => clockSet(log, correction)),
  };
  let made = 0;
  const others = { postMessage: () => undefined, addEventListener: () => undefined };
  return { disk, room: openRoom(store, others, () => `loose-${++made}`) };
}
const ids = (events: readonly DeviceEvent[]) => events.map(({ id }) => id);
const looseIn = (room: DeviceRoom) => room.state().loose.unsent.map(({ event: { id } }) => id);

/** A server that takes everything in; `sheet` is what becomes of asking for it. */
function aServer() {
  const heard: string[] = [];
  const server = { sheet: undefined as Problem | undefined, heard };
  const receiver: Receiver = {
    async send({ entries }) {
      heard.push(entries.map(({ event: { id } }) => id).join(" "));
      return { ok: true, value: { takenIn: entries.at(-1)!.no, forked: false } as Answer<"sendDeviceLog"> };
    },
    showSheet: async () => server.sheet,
  };
  return { server, receiver };
}
const GONE: Problem = { type: "about:blank", title: "", status: 503, kind: "unavailable" };
const NOW = "2026-11-24T09:15:00+09:00";

describe("a step leaves the terminal's log only when the server's own sheet is on the screen", () => {
  test("the steps arrive and the sheet does not come: they stay, are sent again, and go with the sheet", async () => {
    const { disk, room } = aDisk();
    const { server, receiver } = aServer();
    await room.record(event("a"));
    server.sheet = GONE;
    expect(await sendNext(room, receiver, NOW)).toBe(GONE);
    expect(shown(disk.log)).toEqual(["1 a"]);
    server.sheet = undefined;
    expect(await sendNext(room, receiver, NOW)).toBeUndefined();
    expect(room.state().log?.unsent).toEqual([]);
    expect(server.heard).toEqual(["a", "a"]);
  });

  test("what found no room on the disk waits for the sheet as well", async () => {
    const { disk, room } = aDisk();
    const { server, receiver } = aServer();
    disk.full = true;
    await room.record(event("a"));
    server.sheet = GONE;
    expect(await sendNext(room, receiver, NOW)).toBe(GONE);
    expect(looseIn(room)).toEqual(["a"]);
  });

  test("a disk that lets nothing go is a reason to wait, not to send the same again at once", async () => {
    const { disk, room } = aDisk();
    const { server, receiver } = aServer();
    await room.record(event("a"));
    disk.full = true;
    expect(await sendNext(room, receiver, NOW)).toMatchObject({ kind: "busy" });
    await room.record(event("b"));
    expect(await sendNext(room, receiver, NOW)).toBeUndefined();
    expect(await sendNext(room, receiver, NOW)).toMatchObject({ kind: "busy" });
    expect(server.heard).toEqual(["a", "a", "b", "a"]);
    disk.full = false;
    expect(await sendNext(room, receiver, NOW)).toBeUndefined();
    expect(shown(disk.log)).toEqual([]);
  });
});

/** A server that keeps what it was sent, and refuses events of these kinds unread. */
function aStrictServer(unreadable: readonly string[] = []) {
  const sent: Body<"sendDeviceLog">[] = [];
  const receiver: Receiver = {
    async send(body) {
      if (body.entries.some(({ event }) => unreadable.includes(event.kind)))
        return { ok: false, error: { type: "about:blank", title: "", status: 400, kind: "invalid-input" } };
      sent.push(body);
      return {
        ok: true,
        value: { takenIn: body.entries.at(-1)!.no, forked: false } as Answer<"sendDeviceLog">,
      };
    },
    showSheet: async () => undefined,
  };
  const heard = () =>
    sent.map(({ logId, oldest, entries }) => [
      logId,
      oldest,
      ...entries.map(({ no, event }) => `${no} ${event.id}`),
    ]);
  return { sent, heard, receiver };
}

describe("[SAP-3.2-3a] what finds no room on the disk is a log of its own", () => {
  test("it is numbered and sent as one, so that people are asked about what is refused", async () => {
    const { disk, room } = aDisk();
    const { heard, receiver } = aStrictServer();
    disk.full = true;
    for (const id of ["a", "b"]) await room.record(event(id));
    await sendNext(room, receiver, NOW);
    await room.record(event("c"));
    await sendNext(room, receiver, NOW);
    expect(heard()).toEqual([
      ["loose-1", 1, "1 a", "2 b"],
      ["loose-1", 3, "3 c"],
    ]);
    expect(looseIn(room)).toEqual([]);
  });

  test("a clock that is set leaves its mark there too, and goes along to the disk", async () => {
    const { disk, room } = aDisk();
    const { sent, receiver } = aStrictServer();
    disk.full = true;
    await room.record(event("a"));
    await room.setClock({ by: -600, from: 1 });
    await sendNext(room, { ...receiver, showSheet: async () => GONE }, NOW);
    expect(sent[0]).toMatchObject({ sentAt: NOW, entries: [{ drift: -600 }] });
    disk.full = false;
    await room.record(event("b"));
    expect(disk.log.unsent.map(({ drift }) => drift)).toEqual([-600, 0]);
  });

  test("what is left when some found room goes on under another name, and nothing seems to be lost before it", async () => {
    const { disk, room } = aDisk();
    const { heard, receiver } = aStrictServer();
    disk.full = true;
    for (const id of ["a", "b"]) await room.record(event(id));
    const before = room.state().loose.id;
    disk.room = 1;
    await room.record(event("c"));
    expect(shown(disk.log)).toEqual(["1 a"]);
    expect(shown(room.state().loose)).toEqual(["1 b", "2 c"]);
    expect(room.state().loose.id).not.toBe(before);
    await room.settle({ logId: before, takenIn: 2, forked: false });
    expect(looseIn(room)).toEqual(["b", "c"]);
    await sendNext(room, receiver, NOW);
    expect(heard()[0]).toEqual(["log", 1, "1 a"]);
  });
});

describe("an entry that the server cannot read at all", () => {
  const strange = (id: string, at: string) => ({ ...event(id, at), kind: "teleported" }) as never;

  test("keeps its place and its time: what was recorded after it did not happen when it is sent", async () => {
    const { room } = aDisk();
    const { sent, receiver } = aStrictServer(["teleported"]);
    await room.record(strange("a", "2026-11-24T00:10:00Z"));
    await room.record(event("b"));
    await room.setClock({ by: 60, from: 1 });
    await sendNext(room, receiver, NOW);
    expect(sent[0]!.entries).toEqual([
      { no: 1, drift: 60, event: { id: "a", at: "2026-11-24T00:10:00.000Z", kind: "unreadable" } },
    ]);
  });

  test.each([["no time at all"], ["+012345-01-01T00:00:00Z"]])(
    "whose time is none (%s) counts as older than all else, and moves nothing",
    async (at) => {
      const { room } = aDisk();
      const { sent, receiver } = aStrictServer(["teleported"]);
      await room.record(strange("a", at));
      await sendNext(room, receiver, NOW);
      expect(sent[0]!.entries[0]).toMatchObject({ drift: 0, event: { at: "2000-01-01T00:00:00Z" } });
    },
  );
});

describe("the tablet's disk", () => {
  test("a step counts when it lies on the disk, in the order of the taps", async () => {
    const { disk, room } = aDisk();
    await Promise.all(["a", "b", "c"].map((id) => room.record(event(id))));
    expect(shown(disk.log)).toEqual(["1 a", "2 b", "3 c"]);
    expect(room.state().log).toEqual(disk.log);
  });

  test("a full disk keeps no step back: it is held in memory, told of, and written in its turn when there is room", async () => {
    const { disk, room } = aDisk();
    await room.record(event("a"));
    disk.full = true;
    await room.record(event("b"));
    await room.record(event("c"));
    expect(looseIn(room)).toEqual(["b", "c"]);
    disk.full = false;
    await room.record(event("d"));
    expect(looseIn(room)).toEqual([]);
    expect(shown(disk.log)).toEqual(["1 a", "2 b", "3 c", "4 d"]);
  });

  test("what an older version kept is taken over, and what is none counts as nothing", () => {
    expect(ids(parseOldQueue(JSON.stringify({ unsent: [event("a"), 3], refused: [] })))).toEqual(["a"]);
    expect(parseOldQueue("{")).toEqual([]);
    expect(parseOldQueue(null)).toEqual([]);
  });
});
