import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, book, type Client, newKey, openHouse, SMALL_TOWN, type TestHouse, text, trip } from "./house.ts";

let house: TestHouse;
let desk: Client;
let other: Client;
let driver: Client;

beforeAll(async () => {
  house = await openHouse();
  desk = await house.enter("call_operator");
  other = await house.enter("call_operator");
  driver = await house.enter("driver");
}, 30_000);
afterAll(() => house.close());

let added = 0;
async function register(changes: object = {}): Promise<{ id: string; memberNo: string }> {
  const n = String(++added).padStart(4, "0");
  const body = {
    name: `試験 ${n}`,
    kana: "しけん",
    phone: `0836-01-${n}`,
    birthDate: "1948-05-03",
    town: "船木",
  };
  const answer = await desk.send("POST", "members", { body: { ...body, ...changes }, key: newKey() });
  expect(answer.status, answer.text).toBe(200);
  return answer.json;
}
const record = async (id: string, client = desk) => (await client.send("GET", `members/${id}`)).json;
/** The record as a form sends it back. */
const wishOf = (
  { name, kana, phone, birthDate, town, contact, language, needs, version }: Record<string, unknown>,
  changes: object,
) => ({ name, kana, phone, birthDate, town, contact, language, needs, version, ...changes });
const put = (client: Client, id: string, body: object) => client.send("PUT", `members/${id}`, { body });

describe("[SAP-5.4-2] members at the desk", () => {
  test("are listed page by page, found by parts of name and town, and by what they need", async () => {
    const all = (await desk.send("GET", "member-list")).json;
    expect(all.members.length).toBe(all.total);
    const { id } = await register({ needs: ["wheelchair", "help"], language: "en", contact: "text" });
    for (const query of ["need=help", "language=en", "contact=text", `q=${encodeURIComponent("船木")}`]) {
      const { members } = (await desk.send("GET", `member-list?${query}`)).json;
      expect(
        members.map((member: { id: string }) => member.id),
        query,
      ).toContain(id);
    }
    const none = (await desk.send("GET", `member-list?q=${encodeURIComponent("試験 9999")}`)).json;
    expect(none).toMatchObject({ members: [], total: 0, page: 1, pages: 1 });
    for (const role of ["rider", "driver", "transport_operator", "municipality", "auditor"] as const)
      expect((await (await house.enter(role)).send("GET", "member-list")).status).toBe(403);
  });

  test("the second of two operators is shown the first one's change, and nothing of it is lost", async () => {
    const { id } = await register();
    const seen = await record(id);
    const moved = await put(desk, id, wishOf(seen, { town: "西琴芝" }));
    expect(moved.json).toMatchObject({ kind: "changed", member: { town: "西琴芝", version: 2 } });
    const late = await put(other, id, wishOf(seen, { phone: "0836-01-7777" }));
    expect(late.json).toMatchObject({ kind: "overtaken", member: { town: "西琴芝", phone: seen.phone } });
    const again = await put(other, id, wishOf(late.json.member, { phone: "0836-01-7777" }));
    expect(again.json).toMatchObject({ kind: "changed", member: { town: "西琴芝", phone: "0836-01-7777" } });
    const { changes } = (await desk.send("GET", `members/${id}/changes`)).json;
    expect(changes.map(({ field, before, after }: Record<string, string>) => [field, before, after])).toEqual(
      [
        ["phone", seen.phone, "0836-01-7777"],
        ["town", "船木", "西琴芝"],
      ],
    );
    expect(changes[0]).toMatchObject({ role: "call_operator", by: expect.any(String) });
  });

  test.each([
    [{ birthDate: "2026-02-30" }, "birthDate"],
    [{ birthDate: "2030-01-01" }, "birthDate"],
    [{ kana: "漢字" }, "kana"],
    [{ phone: "12" }, "phone"],
    [{ needs: ["wings"] }, "needs.0"],
    [{ name: " " }, "name"],
  ])("a wrong field says what to mend: %j", async (changes, field) => {
    const { id } = await register();
    const told = await put(desk, id, wishOf(await record(id), changes));
    expect([told.status, told.json.fields[0].name]).toEqual([400, field]);
  });
});

describe("rides that nobody came for", () => {
  let memberId: string;
  const missed: string[] = [];

  /** Books, and lets the driver wait in vain. */
  async function miss(time: string, until: string): Promise<string> {
    const { id } = (await book(desk, trip({ memberId, time: { mode: "depart", at: text(time) } }))).json;
    const page = (await desk.send("GET", `bookings/${id}`)).json;
    house.clock.now = at(until);
    const head = { dutyId: `2026-11-24.${page.booking.vehicleId}.1`, at: text(until) };
    const { results } = (
      await driver.send("POST", "duty/events", {
        body: {
          events: [
            { ...head, id: `there-${id}`, kind: "arrived", stopId: "s01" },
            { ...head, id: `gone-${id}`, kind: "no-show", bookingId: id },
          ],
        },
      })
    ).json;
    expect(results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["recorded", "recorded"]);
    return id;
  }
  const standing = async () => (await desk.send("GET", `members/${memberId}/standing`)).json;
  const note = (id: string, deed: object, words = "") =>
    desk.send("POST", `bookings/${id}/no-show-notes`, { body: { deed, words }, key: newKey() });

  beforeAll(async () => {
    memberId = (await register()).id;
    missed.push(await miss("09:30", "10:10"), await miss("11:00", "11:40"));
  });

  test("[FIELD-32] lead to a warning in the words of the municipality, and to nothing else: the member books on", async () => {
    expect(await standing()).toMatchObject({
      level: "warn",
      counted: 2,
      policy: { warnFrom: 2, warning: expect.stringContaining("お電話") },
      fallsOn: "2027-05-23",
      saidAt: null,
    });
    const listed = (await desk.send("GET", "member-list?missed=yes")).json;
    expect(listed.members.map(({ id }: { id: string }) => id)).toEqual([memberId]);
    const { json } = await book(desk, trip({ memberId, time: { mode: "depart", at: text("13:00") } }));
    expect(json.state).toBe("confirmed");
  });

  test("an objection counts for the member until it is decided; an excuse has to be one that the service knows", async () => {
    expect((await note(missed[0]!, { kind: "appeal-granted" })).json.rejections[0].kind).toBe(
      "no-open-appeal",
    );
    const appealed = await note(missed[0]!, { kind: "appealed" }, "停留所で待っていたとのこと");
    expect(appealed.json).toMatchObject({ level: "clear", counted: 1 });
    const [ride] = appealed.json.missed.filter((one: { bookingId: string }) => one.bookingId === missed[0]);
    expect(ride).toMatchObject({
      uncounted: "appeal-open",
      notes: [{ words: "停留所で待っていたとのこと" }],
    });
    expect(ride.deeds).toContain("appeal-dismissed");
    expect((await note(missed[0]!, { kind: "appeal-dismissed" })).json).toMatchObject({ level: "warn" });
    expect((await note(missed[1]!, { kind: "excused", excuse: "illness" })).json).toMatchObject({
      level: "clear",
    });
    expect((await note(missed[1]!, { kind: "excuse-withdrawn" })).json).toMatchObject({ level: "warn" });
    expect((await note(missed[1]!, { kind: "excused", excuse: "laziness" })).status).toBe(400);
  });

  test("[FIELD-32] whoever was warned is not warned at every call from then on", async () => {
    const warned = (await note(missed[1]!, { kind: "warned" })).json;
    expect(warned).toMatchObject({ level: "warn", saidAt: expect.stringMatching(/^2026-11-2\d/) });
    expect(await standing()).toEqual(warned);
  });

  test("nothing can be noted about a ride that was ridden, called off or never was", async () => {
    const ahead = (await desk.send("GET", `members/${memberId}/bookings`)).json.bookings.find(
      ({ state }: { state: string }) => state === "confirmed",
    );
    expect((await note(ahead.id, { kind: "warned" })).json.rejections[0].kind).toBe("no-no-show");
    expect((await note("no-such-booking", { kind: "warned" })).status).toBe(404);
  });
});

describe("[SAP-5.4-2] erasing a member over HTTP", () => {
  const erase = (id: string, body: object, key = newKey()) =>
    desk.send("POST", `members/${id}/erase`, { body: { ahead: "refuse", ...body }, key });

  test("asks for the number again, refuses while a ride is ahead, and then erases for good", async () => {
    const { id, memberNo } = await register({ name: "消える 人", phone: "0836-01-9999" });
    const ride = (
      await book(desk, trip({ memberId: id, time: { mode: "depart", at: text("11:00", "2026-11-25") } }))
    ).json.id;
    const wrong = await erase(id, { memberNo: "1" });
    expect([wrong.status, wrong.json.fields[0].name]).toEqual([400, "memberNo"]);
    const refused = await erase(id, { memberNo });
    expect([refused.status, refused.json.rejections[0].kind]).toEqual([409, "bookings-ahead"]);
    expect((await record(id)).name).toBe("消える 人");

    const key = newKey();
    const erased = await erase(id, { memberNo, ahead: "cancel" }, key);
    expect(erased.json).toEqual({ rides: 1, cancelled: 1 });
    expect((await erase(id, { memberNo, ahead: "cancel" }, key)).json).toEqual(erased.json);
    for (const path of ["", "/bookings", "/changes", "/standing"])
      expect((await desk.send("GET", `members/${id}${path}`)).status, path).toBe(404);
    expect((await desk.send("GET", `members?q=${encodeURIComponent("0836-01-9999")}`)).json.members).toEqual(
      [],
    );
    const page = (await desk.send("GET", `bookings/${ride}`)).json;
    expect(page).toMatchObject({ member: null, memberId: null, booking: { calledName: null } });
    const asked = await desk.send("POST", "quotes", { body: trip({ memberId: id }), key: newKey() });
    expect(asked.json.fields[0].name).toBe("memberId");
  });

  test("an offer that is held for the member cannot be taken any more", async () => {
    const { id, memberNo } = await register();
    const asked = await desk.send("POST", "quotes", {
      body: trip({ memberId: id, time: { mode: "depart", at: text("12:00", "2026-11-26") } }),
      key: newKey(),
    });
    expect((await erase(id, { memberNo })).status).toBe(200);
    const confirmed = await desk.send("POST", `quotes/${asked.json.quote.id}/confirm`, { key: newKey() });
    expect(confirmed.status).toBe(404);
  });

  test("stands in the audit log, and in no answer or log line of the server", async () => {
    const entries = await house.world.store.inTenant(SMALL_TOWN as never, (tx) => tx.listAudit(200));
    expect(entries.filter(({ event }) => event === "member-erased").length).toBe(2);
    expect(JSON.stringify(entries)).not.toContain("消える");
    expect(house.logLines.join("\n")).not.toContain("消える");
  });
});
