import type { Guardian } from "@noriai/booking";
import type { Role } from "@noriai/identity";
import type { AccountId, EpochSeconds, MemberId, ServiceDate } from "@noriai/kernel";
import type { Generated, GeneratedAlways } from "kysely";
import type { Context } from "../context.ts";
import type { Access, Actor } from "../door.ts";
import { listEvidence, noteEvidence } from "../repositories/member-evidence.ts";
import {
  addRegistration,
  countSources,
  findAttempt,
  findRegistration,
  listRegistrations,
  noteAttempt,
  settleRegistration,
} from "../repositories/registrations.ts";
import { findTwins } from "../repositories/twins.ts";

/** By which way a member was registered (登録の経路): self, from a paper form, at a counter, by phone. */
export const REGISTRATION_WAYS = ["web", "paper", "counter", "phone"] as const;
export type RegistrationWay = (typeof REGISTRATION_WAYS)[number];

export interface NewRegistration {
  readonly memberId: MemberId;
  readonly way: RegistrationWay;
  /** Tag of the flyer, the link or the place that led here; says nothing of a person. */
  readonly source?: string | undefined;
  readonly guardian?: Guardian | undefined;
}

/** By what one person is looked for twice. */
export interface Twin {
  readonly phone: string;
  readonly birthDate?: ServiceDate;
  readonly kana?: string;
  /** Only those whose number the desk or a code knows. */
  readonly isPhoneShown?: boolean;
}

/** One attempt to register: the hash of the browser's own word for it, good by itself until then on the wall's clock. */
export interface Attempt {
  readonly hash: string;
  readonly until: EpochSeconds;
}

/** How a member came. Nothing of it names a person. */
export interface Registration {
  readonly memberId: MemberId;
  readonly way: RegistrationWay;
  readonly source: string | undefined;
  readonly at: EpochSeconds;
  readonly by: Actor;
  /** When the desk had looked at it; absent as long as nobody has. */
  readonly settledAt: EpochSeconds | undefined;
}

/** What a paper is shown for (属性): the age, or a disability handbook. */
export const EVIDENCE_KINDS = ["age", "disability"] as const;

/** That a paper was seen (属性確認). POL-RET-2: no picture, no number of it. */
export interface Evidence {
  readonly kind: (typeof EVIDENCE_KINDS)[number];
  readonly seenOn: ServiceDate;
  /** Absent: it need not be shown again. */
  readonly until?: ServiceDate | undefined;
  /** Who saw it, where that is somebody else than who notes it, as on a paper form. */
  readonly seenBy?: string | undefined;
}

export interface NotedEvidence extends Evidence {
  readonly at: EpochSeconds;
  readonly by: Actor;
}

export interface SourceCount {
  readonly source: string | undefined;
  readonly way: RegistrationWay;
  readonly count: number;
}

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

/** How members came, who answers for children, and which papers were seen. */
export interface RegistrationWords {
  addRegistration(registration: NewRegistration, acting: Acting): Promise<void>;
  /** By which attempt a member came last. Whose registration was never kept has none. */
  noteAttempt(id: MemberId, attempt: Attempt): Promise<void>;
  /** The member whom this attempt has registered already, also when it is good by itself no more. */
  findAttempt(
    hash: string,
  ): Promise<{ readonly memberId: MemberId; readonly until: EpochSeconds } | undefined>;
  /** With the guardian, whose name is a reading of the member's record. */
  findRegistration(
    id: MemberId,
    access: Access,
  ): Promise<(Registration & { readonly guardian: Guardian | undefined }) | undefined>;
  /** Those that nobody has looked at, then the others, each latest first; of erased members none. */
  listRegistrations(limit: number): Promise<readonly Registration[]>;
  /** How many came by each way and tag, also those who are erased by now. */
  countSources(): Promise<readonly SourceCount[]>;
  /** False when there is no such registration; doing so twice changes nothing. */
  settleRegistration(id: MemberId, acting: Acting): Promise<boolean>;
  /** From now on the fare goes by it. False when there is no such member. */
  noteEvidence(id: MemberId, evidence: Evidence, acting: Acting): Promise<boolean>;
  /** Latest first. */
  listEvidence(id: MemberId, access: Access): Promise<readonly NotedEvidence[]>;
  /** Members with this phone number (and birth date and reading), who may be one person twice. Nobody is shown. */
  findTwins(person: Twin): Promise<readonly { readonly id: MemberId; readonly memberNo: string }[]>;
}

export const registrationWords = (context: Context): RegistrationWords => ({
  addRegistration: (registration, acting) => addRegistration(context, registration, acting),
  noteAttempt: (id, attempt) => noteAttempt(context, id, attempt),
  findAttempt: (hash) => findAttempt(context, hash),
  findRegistration: (id, access) => findRegistration(context, id, access),
  listRegistrations: (limit) => listRegistrations(context, limit),
  countSources: () => countSources(context),
  settleRegistration: (id, acting) => settleRegistration(context, id, acting),
  noteEvidence: (id, evidence, acting) => noteEvidence(context, { id, evidence }, acting),
  listEvidence: (id, access) => listEvidence(context, id, access),
  findTwins: (person) => findTwins(context, person),
});

/** The tables of this part, as migration 0013 leaves them. */
export interface RegistrationTables {
  registrations: {
    tenant_id: Context["tenant"];
    member_id: MemberId;
    way: RegistrationWay;
    source: string | null;
    guardian: Uint8Array | null;
    attempt: Generated<string | null>;
    attempt_until: Generated<EpochSeconds | null>;
    at: EpochSeconds;
    actor_account: AccountId | null;
    role: Role | "system";
    settled_at: Generated<EpochSeconds | null>;
    settled_by: Generated<AccountId | null>;
    recorded: GeneratedAlways<number>;
  };
  member_evidence: {
    tenant_id: Context["tenant"];
    evidence_id: string;
    member_id: MemberId;
    seen: Uint8Array;
    at: EpochSeconds;
    actor_account: AccountId | null;
    role: Role | "system";
    recorded: GeneratedAlways<number>;
  };
}
