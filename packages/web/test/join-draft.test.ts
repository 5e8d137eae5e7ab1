import { describe, expect, test } from "vitest";
import {
  addressFaults,
  addressOf,
  ageOn,
  asksGuardian,
  EMPTY_JOIN,
  type JoinDraft,
  likelyWay,
  personFaults,
  personOf,
} from "../src/join/join-draft.ts";
import { digitsOf } from "../src/one-time-code/digits-of.ts";
import {
  emptyRegistration,
  registrationFaults,
  registrationOf,
} from "../src/registrations/registration-draft.ts";

const RULES = { today: "2026-11-24", guardianBeforeAge: 15 };
const draft = (changes: Partial<JoinDraft> = {}): JoinDraft => ({
  ...EMPTY_JOIN,
  ...{
    name: "常盤 花子",
    kana: "ときわ はなこ",
    birthDate: "昭和23年5月3日",
    phone: "０８３６ー５５ー１２３４",
  },
  ...{ town: "常盤町一丁目", ...changes },
});

describe("[SAP-3.1-7] registering on the web, as typed", () => {
  test("an empty form says of every field that it is missing, in the order of the form", () => {
    const faults = personFaults(EMPTY_JOIN, RULES);
    expect(Object.entries(faults)).toEqual(
      ["name", "kana", "birthDate", "phone", "town"].map((field) => [field, "missing"]),
    );
  });

  test("is sent in one writing, however it was typed", () => {
    expect(personFaults(draft(), RULES)).toEqual({});
    expect(personOf(draft({ kana: "ﾄｷﾜ　ﾊﾅｺ" }), RULES)).toEqual({
      ...{ name: "常盤 花子", kana: "トキワ ハナコ", birthDate: "1948-05-03" },
      ...{ phone: "0836-55-1234", town: "常盤町一丁目" },
    });
    expect(digitsOf(" １２３-４５６ ")).toBe("123456");
  });

  test.each([
    [{ kana: "常盤" }, { kana: "kana" }],
    [{ phone: "0836-55" }, { phone: "phone" }],
    [{ birthDate: "昭和23年2月30日" }, { birthDate: "date" }],
    [{ birthDate: "2026-11-25" }, { birthDate: "ahead" }],
  ] as const)("%j is a fault of its own kind", (changes, faults) => {
    expect(personFaults(draft(changes), RULES)).toEqual(faults);
  });

  test("[TEL-YTH-1] a guardian is asked for up to the eve of the fifteenth birthday", () => {
    expect(ageOn("2011-11-25", RULES.today)).toBe(14);
    expect(asksGuardian(draft({ birthDate: "2011-11-25" }), RULES)).toBe(true);
    expect(asksGuardian(draft({ birthDate: "2011-11-24" }), RULES)).toBe(false);
    const child = draft({ birthDate: "2018-06-01" });
    expect(personFaults(child, RULES)).toEqual({ guardianName: "missing", guardianPhone: "missing" });
    const guarded = { ...child, guardianName: "常盤 親", guardianPhone: "090-1234-5678" };
    expect(personFaults(guarded, RULES)).toEqual({});
    expect(personOf(guarded, RULES).guardian).toEqual({
      ...{ name: "常盤 親", phone: "090-1234-5678", relation: "parent" },
    });
  });

  test("the code goes to the phone where it takes messages, else to a mailbox", () => {
    expect(likelyWay(draft())).toEqual({ means: "email", mobile: "" });
    expect(likelyWay(draft({ phone: "09012345678" }))).toEqual({ means: "sms", mobile: "090-1234-5678" });
    expect(addressFaults(draft({ means: "email", email: "hanako" }))).toEqual({ email: "email" });
    expect(addressFaults(draft({ means: "sms", mobile: "0836-55-1234" }))).toEqual({ mobile: "mobile" });
    const mail = draft({ means: "email", email: " hanako@example.jp " });
    expect([addressFaults(mail), addressOf(mail)]).toEqual([
      {},
      { means: "email", address: "hanako@example.jp" },
    ]);
  });
});

describe("[SAP-3.1-7] the paper form, as typed", () => {
  const form = (changes: object = {}) => ({
    ...emptyRegistration(RULES.today),
    ...draftPerson(),
    ...changes,
  });
  const draftPerson = () => {
    const { name, kana, birthDate, phone, town } = draft();
    return { name, kana, birthDate, phone, town };
  };

  test("needs no e-mail, and says only what was seen", () => {
    expect(registrationFaults(form(), false)).toEqual({});
    const sent = registrationOf(form(), { asksGuardian: false, evenIfKnown: false });
    expect(sent).toMatchObject({ way: "paper", evenIfKnown: false });
    for (const field of ["email", "ageSeenOn", "source", "seenBy", "guardian", "disability"])
      expect(sent).not.toHaveProperty(field);
  });

  test("keeps for the next form how they come in and who sees the papers, and nothing of the person", () => {
    const last = form({ way: "counter", source: "city-hall", seenBy: "窓口 太郎", ageSeenOn: "2026-11-20" });
    const next = emptyRegistration(RULES.today, last);
    expect(next).toMatchObject({
      way: "counter",
      source: "city-hall",
      seenBy: "窓口 太郎",
      ageSeenOn: "2026-11-20",
    });
    expect(next).toMatchObject({ name: "", phone: "", birthDate: "", email: "", hasAgePaper: false });
  });

  test("names each field that is wrong", () => {
    const wrong = {
      hasAgePaper: true,
      ageSeenOn: "昨日",
      email: "hanako",
      source: "病院 1",
      guardianPhone: "1",
    };
    expect(registrationFaults(form(wrong), true)).toEqual({
      ...{ ageSeenOn: "date", email: "email", source: "source" },
      ...{ guardianName: "missing", guardianPhone: "phone" },
    });
  });
});
