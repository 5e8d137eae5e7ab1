import type { RecurringTerms } from "@noriai/booking";
import { aboutBooking, rideOf } from "@noriai/booking";
import type {
  AccountId,
  BookingId,
  DutyId,
  MemberId,
  QuoteId,
  TenantId,
  VehicleId,
  WaitingId,
} from "@noriai/kernel";
import type { Access, NewMember, Store } from "../../src/door.ts";
import { fillCrew } from "./fill-crew.ts";
import { fillDeviceLog } from "./fill-device-log.ts";
import { fillSignIn } from "./fill-sign-in.ts";
import { fillStops } from "./fill-stops.ts";
import {
  at,
  boardedEvent,
  bookingOf,
  change,
  DESK,
  MONDAY,
  quoteOf,
  refusalOf,
  SERVICE,
  T0,
} from "./town.ts";

export const HANAKO: NewMember = {
  name: "宇部 花子",
  kana: "うべ はなこ",
  phone: "0836-55-1234",
  town: "常盤町一丁目",
  birthDate: "1948-02-29" as NewMember["birthDate"],
  disability: { seenOn: "2026-04-01" as NewMember["birthDate"] },
};

/** What an operator may type: a name and a phone number. */
export const REASON = "代理の 小野田 次郎 様（090-1234-9876）より連絡";

export const HANAKOS_MAIL = "hanako@example.jp";

export const AT_THE_DESK: Access = { by: DESK, now: T0, purpose: "booking" };

/** Makes a tenant and puts at least one row into each of its tables, through the door. @returns its member */
export async function fillTenant(store: Store, tenant: TenantId): Promise<MemberId> {
  await store.createTenant({ id: tenant, name: `${tenant}（試験）` });
  const account = `${tenant}-desk` as AccountId;
  const member = await store.inTenant(tenant, async (tx) => {
    await tx.saveService(SERVICE, DESK, T0);
    await tx.saveMap(
      { source: "t.osm.pbf", sha256: "00", importedAt: T0, attribution: "©", roads: Uint8Array.of(1, 2) },
      DESK,
    );
    const { id } = await tx.addMember(HANAKO, DESK, T0);
    await tx.readMembers([id], AT_THE_DESK);
    await tx.addAccount(
      {
        id: account,
        login: "desk",
        passwordHash: "argon2id",
        role: "call_operator",
        displayName: "受付 一郎",
      },
      DESK,
      T0,
    );
    await tx.openSession({ tokenHash: `${tenant}-token`, account, openedAt: T0, expiresAt: at(60) });
    await tx.stopIntake(
      SERVICE,
      { scope: { channels: ["web"] }, notice: "停止中", reason: REASON },
      DESK,
      T0,
    );
    await fillCrew(tx, REASON);
    await fillDeviceLog(tx);
    await tx.savePosition("V1" as VehicleId, { lat: 34, lng: 131, at: T0 });
    await tx.saveTerminalState("V1" as VehicleId, {
      ...{ at: T0, battery: 80, isCharging: false, storageFree: 512, signal: "good", unsent: 0 },
      ...{ position: "sending", isKeptAwake: true },
    });
    await fillSignIn(tx, { account, member: id, mail: HANAKOS_MAIL });
    await tx.extendTrail(MONDAY, "V1" as VehicleId, { lat: 34, lng: 131, at: T0 });
    await tx.acknowledge({ serviceDate: MONDAY, duty: "D1" as DutyId, version: 1 }, DESK, T0);
    await tx.rememberAnswer(
      { account, key: "k1" },
      { fingerprint: "f", status: 201, body: { name: HANAKO.name } },
      T0,
    );
    return id;
  });
  await store.decideOnDay(
    change(tenant, () => [
      { kind: "quote-held", quote: quoteOf(`${tenant}-B1`, member) },
      { kind: "quote-held", quote: quoteOf(`${tenant}-Q2`, member) },
      { kind: "quote-closed", quoteId: `${tenant}-B1` as QuoteId, because: "confirmed" },
      { kind: "booking-confirmed", booking: bookingOf(`${tenant}-B1`, member) },
      { kind: "request-refused", refusal: refusalOf(`${tenant}-R1`, member) },
      { kind: "task-recorded", event: boardedEvent(`${tenant}-E1`, `${tenant}-B1` as BookingId) },
      {
        kind: "booking-moved-on",
        booking: { ...bookingOf(`${tenant}-B1`, member), state: "riding" },
      },
      { kind: "booking-confirmed", booking: bookingOf(`${tenant}-B2`, member) },
      {
        kind: "booking-cancelled",
        booking: {
          ...bookingOf(`${tenant}-B2`, member),
          state: "cancelled_by_operator",
          cancellation: { at: at(3), reason: REASON },
        },
      },
    ]),
  );
  await store.inTenant(tenant, async (tx) => {
    const bookingId = `${tenant}-B1` as BookingId;
    await tx.addDelayCall(MONDAY, { bookingId, outcome: "absent", at: at(4), told: undefined }, DESK);
    await tx.addChannel(
      { memberId: member, means: "email", address: HANAKOS_MAIL, language: "ja" },
      { by: DESK, now: T0 },
    );
    const booking = bookingOf(bookingId, member);
    await tx.addNotices([aboutBooking(booking, { kind: "booking-cancelled", ride: rideOf(booking) })], at(4));
    const content = { kind: "text", text: REASON } as const;
    const sent = await tx.sendDriverMessage(
      { serviceDate: MONDAY, dutyId: "D1" as DutyId, to: "driver", priority: "normal", content },
      { by: DESK, now: at(4) },
    );
    await tx.receiveDriverMessage(sent.id, "read", { by: DESK, now: at(5) });
    await tx.closeDelayList(MONDAY, 1, { by: DESK, now: at(5) });
    const acting = { by: DESK, now: T0 };
    await tx.ringCall(HANAKO.phone, acting);
    await tx.addDelegate(
      { memberId: member, name: REASON, relation: "family", consentedOn: MONDAY, consentedHow: "phone" },
      acting,
    );
    await tx.addSupervisorEntry(
      { quoteId: `${tenant}-Q2` as QuoteId, supervisor: REASON, reason: REASON },
      acting,
    );
  });
  await fillMemberCare(store, tenant, member);
  await fillRecurring(store, tenant, member);
  await fillWaiting(store, tenant, member);
  await fillStops(store, tenant, REASON);
  return member;
}

async function fillMemberCare(store: Store, tenant: TenantId, member: MemberId): Promise<void> {
  const acting = { by: DESK, now: T0 };
  await store.inTenant(tenant, async (tx) => {
    const guardian = { name: REASON, phone: HANAKO.phone, relation: "parent" } as const;
    await tx.addRegistration({ memberId: member, way: "paper", source: "flyer", guardian }, acting);
    await tx.noteEvidence(member, { kind: "age", seenOn: MONDAY, seenBy: REASON }, acting);
    await tx.changeMember(member, { record: { ...HANAKO, needs: ["walker"] }, seen: 1 }, acting);
    const bookingId = `${tenant}-B1` as BookingId;
    await tx.addNoShowNote({ bookingId, deed: { kind: "warned" }, words: REASON }, acting);
  });
}

async function fillRecurring(store: Store, tenant: TenantId, memberId: MemberId): Promise<void> {
  const { from, to, party } = refusalOf("R", memberId).request;
  const time = { mode: "depart", at: "10:00" } as RecurringTerms["time"];
  const terms = {
    weekdays: [1],
    first: MONDAY,
    last: MONDAY,
    from,
    to,
    time,
    companions: party,
    wheelchairs: 0,
  };
  await store.inTenant(tenant, async (tx) => {
    const wish = await tx.addRecurring(SERVICE, { memberId, channel: "web", terms }, { by: DESK, now: T0 });
    const ride = { serviceDate: MONDAY, leg: "out", version: 1, askedAt: T0, isRefused: true } as const;
    await tx.recordRecurringRide(wish.id, ride);
    const search = { channel: "web", from, to, serviceDate: MONDAY, isAsked: false } as const;
    await tx.leaveSearch("search-1", search, T0);
  });
}

async function fillWaiting(store: Store, tenant: TenantId, memberId: MemberId): Promise<void> {
  const id = `${tenant}-W1` as WaitingId;
  const { request } = refusalOf("R", memberId);
  const waiting = { id, request, since: T0, until: at(60), asked: 0, letPass: 0, rests: false };
  await store.decideOnDay(change(tenant, () => [{ kind: "waiting-begun", waiting }]));
  await store.inTenant(tenant, (tx) =>
    tx.addWaitingCall(
      { waitingId: id, quoteId: `${tenant}-Q2` as QuoteId, outcome: "absent", at: at(6) },
      DESK,
    ),
  );
}
