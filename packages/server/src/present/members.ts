import type { MemberPage, MemberSummary } from "@noriai/api";
import { fareClassOf } from "@noriai/booking";
import { type EpochSeconds, serviceDateOf } from "@noriai/kernel";
import type { KeptMember, MemberRecord } from "@noriai/store";
import type { Town } from "../town.ts";
import { writeIn } from "./trip.ts";

/** A member as the desk knows them, with the fare class of the present day. */
export function presentMember(record: MemberRecord, { service }: Town, now: EpochSeconds): MemberSummary {
  const { id, memberNo, name, kana, phone, town, contact, language, needs } = record;
  const rideDate = serviceDateOf(now, service.timeZone);
  return {
    id,
    memberNo,
    name,
    kana,
    phone,
    town,
    fareClass: fareClassOf({ service, member: record, rideDate }).fareClass,
    contact: contact ?? "phone",
    language: language ?? "ja",
    needs: [...(needs ?? [])],
  };
}

/** The record as it is kept. */
export function presentMemberPage(kept: KeptMember, town: Town, now: EpochSeconds): MemberPage {
  const { birthDate, disability } = kept.record;
  return {
    ...presentMember(kept.record, town, now),
    birthDate,
    disability: disability ? { seenOn: disability.seenOn, until: disability.until ?? null } : null,
    registeredAt: writeIn(town.service.timeZone)(kept.registeredAt),
    version: kept.version,
  };
}
