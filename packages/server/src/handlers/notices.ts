import type { Answer } from "@noriai/api";
import {
  type AccountId,
  fail,
  type MemberId,
  type NoticeId,
  ok,
  type ServiceDate,
  serviceDateOf,
} from "@noriai/kernel";
import type { MemberRecord, NoticeRecord, TenantTransaction } from "@noriai/store";
import type { Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { wordNotice } from "../notify/word-notice.ts";
import { writeIn } from "../present/trip.ts";
import { seesNames } from "./board.ts";

/** What riders of a date were or are to be told (送信箱). Names for those who may see them; each reading is logged. */
export const listNotices: Handler<"listNotices"> = async (call) => {
  const { world, who, query } = call;
  const serviceDate = query.date as ServiceDate;
  return world.store.inTenant(who.tenant, async (tx) => {
    const records = await tx.listNotices(serviceDate);
    const members = await readRiders(call, tx, { serviceDate, records });
    const staff = await namesOf(tx, records);
    const notices = records.map((record) => present(call, { record, staff, members }));
    const sends = world.notifier?.ways.keepsAll === false;
    return ok({ body: { serviceDate, sends, notices } });
  });
};

type Riders = ReadonlyMap<MemberId, MemberRecord>;

async function readRiders(
  { town, who, now }: StaffCall,
  tx: TenantTransaction,
  of: { readonly serviceDate: ServiceDate; readonly records: readonly NoticeRecord[] },
): Promise<Riders> {
  const today = serviceDateOf(now, town.service.timeZone);
  if (!seesNames(who.account.role, of.serviceDate, today)) return new Map();
  const ids = [...new Set(of.records.map(({ memberId }) => memberId))];
  const records = await tx.readMembers(ids, { by: who.actor, now, purpose: "operation" });
  return new Map(records.map((record) => [record.id, record]));
}

async function namesOf(
  tx: TenantTransaction,
  records: readonly NoticeRecord[],
): Promise<ReadonlyMap<AccountId, string>> {
  const names = new Map<AccountId, string>();
  const ids = records.flatMap(({ deliveries }) => deliveries.flatMap(({ settledBy }) => settledBy ?? []));
  for (const id of new Set(ids)) names.set(id, (await tx.findAccount(id))?.displayName ?? id);
  return names;
}

function present(
  { town: { service } }: StaffCall,
  {
    record: { id, memberId, bookingId, content, writtenAt, deliveries },
    staff,
    members,
  }: {
    readonly record: NoticeRecord;
    readonly staff: ReadonlyMap<AccountId, string>;
    readonly members: Riders;
  },
): Answer<"listNotices">["notices"][number] {
  const write = writeIn(service.timeZone);
  const preview = (toHelper: boolean) => {
    const { title, lines } = wordNotice({ content, language: "ja", service, toHelper });
    return [title, ...lines].join("\n");
  };
  const member = members.get(memberId);
  const isForPeople = deliveries.some(({ means }) => means === "desk");
  return {
    ...{ id, kind: content.kind, from: content.ride.from, to: content.ride.to },
    writtenAt: write(writtenAt),
    calledName: member?.name ?? null,
    phone: isForPeople ? (member?.phone ?? null) : null,
    bookingId: bookingId ?? null,
    deliveries: deliveries.map(
      ({ means, toHelper, state, attempts, settledAt, settledBy, fault, words }) => ({
        ...{ means, toHelper, state, attempts, fault: fault ?? null, words: words ?? preview(toHelper) },
        settledAt: settledAt === undefined ? null : write(settledAt),
        settledBy: (settledBy && staff.get(settledBy)) ?? null,
      }),
    ),
  };
}

/** A person has told a rider who is reached by no other way. */
export const noticeTold: Handler<"noticeTold"> = async ({ world, who, params, now }) =>
  world.store.inTenant(who.tenant, async (tx) =>
    (await tx.settleByDesk(params.noticeId as NoticeId, { by: who.actor, now }))
      ? ok({ body: null })
      : fail({ kind: "not-found" } as const),
  );
