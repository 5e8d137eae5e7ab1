import type { AccountId, CodeId, EpochSeconds, PasskeyId, TenantId } from "@noriai/kernel";
import type { Generated } from "kysely";
import type { CodePurpose } from "./words/one-time-codes.ts";

/** The tables of signing in without a password. */
export interface SignInTables {
  one_time_codes: {
    tenant_id: TenantId;
    code_id: CodeId;
    purpose: CodePurpose;
    code_hash: Uint8Array;
    target_index: Uint8Array;
    asker_index: Uint8Array;
    subject: string | null;
    address: Uint8Array | null;
    words: Generated<Uint8Array | null>;
    tries: Generated<number>;
    issued_at: EpochSeconds;
    ends_at: EpochSeconds;
    used_at: Generated<EpochSeconds | null>;
  };
  passkeys: {
    tenant_id: TenantId;
    passkey_id: PasskeyId;
    account_id: AccountId;
    credential_id: string;
    public_key: Uint8Array;
    counter: number;
    transports: string[];
    synced: boolean;
    system: string;
    added_at: EpochSeconds;
    last_used_at: Generated<EpochSeconds | null>;
  };
  used_challenges: { tenant_id: TenantId; challenge: string; ends_at: EpochSeconds };
}
