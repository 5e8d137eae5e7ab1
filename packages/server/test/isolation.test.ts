import { ROUTES, type Route, type RouteName } from "@noriai/api";
import { ROLES, type Role } from "@noriai/identity";
import { ok } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Guard, guard } from "../src/guard.ts";
import { createServer, type Server } from "../src/index.ts";
import {
  book,
  type Client,
  clientOf,
  newKey,
  OTHER_TOWN,
  openHouse,
  SMALL_TOWN,
  type TestHouse,
  text,
  trip,
} from "./house.ts";
import { VALID } from "./valid-content.ts";

/**
 * The isolation matrix: every route of the table × every role and nobody × own, other and unknown tenant. What the table
 * does not allow must be refused; nothing may fail. The matrix is made from the table, so a new route is in it at once.
 */
type Caller = Role | "nobody";
const CALLERS: readonly Caller[] = [...ROLES, "nobody"];
const TENANTS = [SMALL_TOWN, OTHER_TOWN, "no-such-town"] as const;

let house: TestHouse;
/** Each caller of the first town; its cookie is also shown to the other towns. */
const cookies = new Map<Caller, string | undefined>();
let things: {
  readonly quoteId: string;
  readonly bookingId: string;
  readonly memberId: string;
  readonly intakeStopId: string;
  readonly messageId: string;
  readonly noticeId: string;
  readonly channelId: string;
  readonly recurringId: string;
  readonly driverId: string;
  readonly deviceId: string;
  readonly waitingId: string;
  readonly conflictId: string;
  readonly stopTaskId: string;
};

beforeAll(async () => {
  house = await openHouse();
  for (const role of ROLES) cookies.set(role, (await house.enter(role)).cookie);
  things = await thingsOfOtherTown();
}, 30_000);
afterAll(() => house.close());

/** Real ids of the neighbour: an offer, a booking and a member that the first town must never see. */
async function thingsOfOtherTown() {
  const desk = await house.enter("call_operator", OTHER_TOWN);
  const memberNo = house.towns[1]!.members[0]!.memberNo;
  const memberId: string = (await desk.send("GET", `members?q=${memberNo}`)).json.members[0].id;
  const booked = await book(desk, trip({ memberId, time: { mode: "depart", at: text("11:00") } }));
  const asked = await desk.send("POST", "quotes", {
    body: trip({ memberId, time: { mode: "depart", at: text("13:00") } }),
    key: newKey(),
  });
  const body = { scope: { channels: ["web"] }, reason: "試験", notice: "試験のため" };
  const weekly = await desk.send("POST", "recurring", {
    body: { ...(VALID.addRecurring!.body as object), memberId },
    key: newKey(),
  });
  const stopped = await desk.send("POST", "intake-stops", { body, key: newKey() });
  return {
    quoteId: asked.json.quote.id,
    bookingId: booked.json.id,
    memberId,
    intakeStopId: stopped.json.id,
    ...(await tellingsOfOtherTown(desk, memberId)),
    recurringId: weekly.json.id,
    waitingId: await wishOfOtherTown(),
    conflictId: await conflictOfOtherTown(),
    stopTaskId: await stopTaskOfOtherTown(),
    ...(await crewOfOtherTown()),
  };
}

/** A stop that a driver has reported. */
async function stopTaskOfOtherTown(): Promise<string> {
  const driver = await house.enter("driver", OTHER_TOWN);
  return (await driver.send("POST", "duty/stop-reports", { body: VALID.reportStop!.body })).json.taskId;
}

/** A driver and a terminal. */
async function crewOfOtherTown() {
  const operator = await house.enter("transport_operator", OTHER_TOWN);
  const [driver] = (await operator.send("GET", "drivers")).json.drivers;
  const [device] = (await operator.send("GET", "devices")).json.devices;
  return { driverId: driver.id, deviceId: device.id };
}

/** A step of a duty that nobody has. */
async function conflictOfOtherTown(): Promise<string> {
  const driver = await house.enter("driver", OTHER_TOWN);
  const body = { ...(VALID.sendDeviceLog!.body as object), logId: "log-of-kita" };
  const sent = await driver.send("POST", "duty/log", { body });
  expect(sent.json.results[0].outcome, sent.text).toBe("refused");
  return "log-of-kita:1";
}

/** Waits while intake on the web is stopped. */
async function wishOfOtherTown(): Promise<string> {
  const rider = await house.enter("rider", OTHER_TOWN);
  const body = trip({ time: { mode: "depart", at: text("12:30") } });
  const waiting = await rider.send("POST", "waiting", { body, key: newKey() });
  expect(waiting.status, waiting.text).toBe(200);
  return waiting.json.id;
}

/** A message to a driver, a member's channel, and what the member is told by it. */
async function tellingsOfOtherTown(desk: Client, memberId: string) {
  const address = { means: "email", address: "rider@example.jp" };
  const channel = await desk.send("POST", `members/${memberId}/channels`, { body: address });
  await book(desk, trip({ memberId, time: { mode: "depart", at: text("14:00") } }));
  const { notices } = (await desk.send("GET", "notices?date=2026-11-24")).json;
  const { body } = VALID.sendDriverMessage!;
  const sent = await desk.send("POST", "driver-messages", { body, key: newKey() });
  return { messageId: sent.json.id, noticeId: notices[0].id, channelId: channel.json.id };
}

/** What a caller who is let in may hear besides success: the ids are the neighbour's, the small town has no map. */
const AT_HOME: { readonly [N in RouteName]?: readonly number[] } = {
  setClock: [404],
  setLife: [404],
  getRoads: [404],
  signIn: [401, 429],
  askSignInCode: [429],
  signInWithCode: [401],
  startPasskeySignIn: [404],
  signInWithPasskey: [404],
  endMySession: [404],
  startMyPasskey: [404],
  addMyPasskey: [404],
  removeMyPasskey: [404],
  join: [401, 429],
  askJoinCode: [429],
  addMember: [409],
  getRegistration: [404],
  settleRegistration: [404],
  noteEvidence: [404],
  bindTerminal: [401, 429],
  signInAtTerminal: [401],
  assignDuty: [404],
  changeDriver: [404],
  issuePin: [404],
  releasePin: [404],
  recordRollCall: [409],
  changeDevice: [404],
  issueDeviceCode: [404],
  signOutDevice: [404],
  unlockDevice: [404],
  confirmQuote: [404],
  releaseQuote: [404],
  cancelBooking: [404],
  getMyApproach: [404],
  leaveMembership: [400],
  revokeHelper: [404],
  readInvitation: [404, 429],
  acceptInvitation: [404, 429],
  listHelpedBookings: [404],
  setHelpedNotices: [404],
  stopHelping: [404],
  listMemberBookings: [404],
  getBookingHistory: [404],
  getBooking: [404],
  changeBooking: [404],
  callOffBooking: [404],
  getMember: [404],
  changeMember: [404],
  listMemberChanges: [404],
  eraseMember: [404],
  getMemberStanding: [404],
  noteNoShow: [404],
  resumeIntake: [404],
  listTouchedBookings: [404],
  setMemberContact: [404],
  recordDelayCall: [404],
  joinWaiting: [400, 409],
  leaveWaiting: [404],
  listMemberWaiting: [404],
  recordWaitingCall: [404],
  settleConflict: [404],
  withdrawConflict: [404],
  readDriverMessage: [404],
  receiveDutyMessage: [404],
  noticeTold: [404],
  askAddressCode: [429],
  addMyChannel: [401, 429],
  removeMyChannel: [404],
  listMemberChannels: [404],
  addMemberChannel: [404],
  removeMemberChannel: [404],
  stepStopTask: [404],
  getStopPhoto: [404],
  removeStopPhoto: [404],
  wishReturn: [404],
  dropReturn: [404],
  takeCall: [409],
  closeCall: [404],
  correctCall: [404],
  doubtTrip: [404],
  listDelegates: [404],
  addDelegate: [404],
  revokeDelegate: [404],
  askQuote: [400],
  tryRecurring: [400],
  addRecurring: [400],
  changeRecurring: [404],
  leaveOutRecurring: [404],
  endRecurring: [404],
  tellRecurring: [404],
};

interface Cell {
  readonly name: RouteName;
  readonly caller: Caller;
  readonly tenant: string;
}

const cells = (Object.keys(ROUTES) as RouteName[]).flatMap((name) =>
  CALLERS.flatMap((caller) =>
    (hasTenant(ROUTES[name]) ? TENANTS : [SMALL_TOWN]).map((tenant): Cell => ({ name, caller, tenant })),
  ),
);

function hasTenant({ path }: Route): boolean {
  return path.includes(":tenant");
}

/** What the table says about one cell. */
function expectedOf({ name, caller, tenant }: Cell): "allowed" | number {
  const { access }: Route = ROUTES[name];
  if (tenant === "no-such-town") return 404;
  if (access === "public" || access === "demo") return "allowed";
  if (caller === "nobody") return 401;
  if (tenant !== SMALL_TOWN) return 404;
  return access === "signed-in" || access.includes(caller) ? "allowed" : 403;
}

/** Asks every cell and tells those in which the server did otherwise than the table says. */
async function* findings(server: Pick<Server, "fetch">): AsyncGenerator<string> {
  for (const cell of cells) {
    const { name, caller, tenant } = cell;
    if (name === "signOut" && expectedOf(cell) === "allowed") continue;
    const { method, path }: Route = ROUTES[name];
    const { query, body } = VALID[name] ?? {};
    const address = path
      .replace(":tenant", tenant)
      .replace(":quoteId", things.quoteId)
      .replace(":bookingId", things.bookingId)
      .replace(":memberId", things.memberId)
      .replace(":intakeStopId", things.intakeStopId)
      .replace(":stopId", "s01")
      .replace(":app", "ride")
      .replace(":taskId", things.stopTaskId)
      .replace(":driverId", things.driverId)
      .replace(":deviceId", things.deviceId)
      .replace(":vehicleId", "v1")
      .replace(":messageId", things.messageId)
      .replace(":noticeId", things.noticeId)
      .replace(":channelId", things.channelId)
      .replace(":recurringId", things.recurringId)
      .replace(":waitingId", things.waitingId)
      .replace(":conflictId", things.conflictId)
      .replace(":sessionId", "no-such")
      .replace(":passkeyId", "no-such")
      .replace(":searchId", "search-1")
      .replace(":serviceDate", "2026-11-24")
      .replace(":dutyId", "2026-11-24.v1.1");
    const client = clientOf(server, tenant, cookies.get(caller));
    const answer = await client.send(method, `${address}${query ? `?${query}` : ""}`, {
      ...(body !== undefined && { body }),
      key: newKey(),
    });
    const expected = expectedOf(cell);
    const isRight =
      expected === "allowed"
        ? answer.status < 300 || AT_HOME[name]?.includes(answer.status) === true
        : answer.status === expected;
    if (!isRight) yield `${name} by ${caller} at ${tenant}: ${answer.status}, expected ${expected}`;
  }
}

describe("[POL-SEP-1] the isolation matrix", () => {
  test(`all ${cells.length} cells are as the route table says`, async () => {
    expect(cells.length).toBeGreaterThan(450);
    expect(await Array.fromAsync(findings(house.server))).toEqual([]);
  }, 240_000);

  test("real things of the neighbour do not exist for the same role next door", async () => {
    const desk = clientOf(house.server, SMALL_TOWN, cookies.get("call_operator"));
    const cancel = { body: { reason: "" }, key: newKey() };
    expect((await desk.send("POST", `bookings/${things.bookingId}/cancel`, cancel)).status).toBe(404);
    expect((await desk.send("POST", `quotes/${things.quoteId}/confirm`, { key: newKey() })).status).toBe(404);
    expect((await desk.send("DELETE", `quotes/${things.quoteId}`)).status).toBe(404);
    expect((await desk.send("GET", `members/${things.memberId}/bookings`)).status).toBe(404);
    const asked = await desk.send("POST", "quotes", {
      body: trip({ memberId: things.memberId }),
      key: newKey(),
    });
    expect(asked.json.fields[0].name).toBe("memberId");
    const board = await desk.send("GET", "board");
    expect(board.text).not.toContain(things.bookingId);
  });

  test("a wrong, foreign or torn session cookie opens nothing", async () => {
    const good = cookies.get("municipality")!;
    const [name, value] = good.split("=") as [string, string];
    const token = value.split(".")[1]!;
    const bad = [
      `${name}=${value.slice(0, -1)}`,
      `${name}=${token}`,
      `${name}=${SMALL_TOWN}.${"A".repeat(43)}`,
      `${name}=`,
      `other=${value}`,
    ];
    for (const cookie of bad) {
      const answer = await clientOf(house.server, SMALL_TOWN, cookie).send("GET", "board");
      expect(answer.status, cookie).toBe(401);
    }
    const foreign = clientOf(house.server, OTHER_TOWN, `${name}=${OTHER_TOWN}.${token}`);
    expect((await foreign.send("GET", "board")).status).toBe(401);
  });

  const seededFaults: readonly (readonly [string, Guard])[] = [
    [
      "a guard that forgets the roles",
      withAccess((access) => (Array.isArray(access) ? "signed-in" : access)),
    ],
    ["a guard that lets auditors do what the desk may", withAccess((access) => wider(access))],
    [
      "a guard that lets everybody in",
      async (question) => {
        const answer = await guard(question);
        return answer.ok || answer.error.kind !== "not-allowed" ? answer : ok(undefined);
      },
    ],
    [
      "a guard that takes a session of any tenant",
      async (question) => {
        const answer = await guard({ ...question, tenant: SMALL_TOWN as never });
        return answer.ok && answer.value
          ? ok({ ...answer.value, tenant: question.tenant! })
          : guard(question);
      },
    ],
  ];

  test.each(seededFaults)(
    "it catches %s",
    async (_name, broken) => {
      const server = await createServer(house.world, { guard: broken });
      const first = await findings({ fetch: (request) => tolerant(server, request) }).next();
      expect(first.value).toMatch(/expected (401|403|404)/);
      await server.hub.close();
    },
    60_000,
  );
});

function withAccess(change: (access: Route["access"]) => Route["access"]): Guard {
  return (question) => guard({ ...question, access: change(question.access) });
}

const wider = (access: Route["access"]): Route["access"] =>
  typeof access !== "string" && access.includes("call_operator") ? [...access, "auditor"] : access;

/** Behind a broken guard handlers may break too; that is a finding, not a failure of the test's own checks. */
async function tolerant(server: Server, request: Request): Promise<Response> {
  const answer = await server.fetch(request);
  if (answer.status !== 500) return answer;
  const body = JSON.stringify({ ...((await answer.json()) as object), status: 418 });
  return new Response(body, { status: 418, headers: answer.headers });
}
