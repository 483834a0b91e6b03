import type { ColumnType, Generated } from 'kysely';
import type { KeyScope } from '../registry/api-key.ts';

/** Tables of accounts, as migration 011 defines them. */
export interface AccountTables {
  app_user: {
    id: string;
    name: string;
    email: string;
    state: Generated<string>;
    created_at: Generated<Date>;
    seen_at: ColumnType<Date | null, Date | null | undefined>;
  };
  password: { user_id: string; hash: string; set_at: Date; given: Generated<boolean> };
  past_password: { user_id: string; hash: string; ended_at: Date };
  session: {
    id: string;
    user_id: string;
    token_hash: string;
    provider: string | null;
    began_at: Date;
    used_at: Date;
    ends_at: Date;
    address: string;
    device: string;
  };
  sign_in_step: { token_hash: string; user_id: string; ends_at: Date };
  sign_in_failure: { key: string; count: number; since: Date; locked_until: Date | null };
  sign_in: {
    id: Generated<number>;
    at: Date;
    outcome: string;
    account: string;
    user_id: string | null;
    provider: ColumnType<string | null, string | null | undefined>;
    address: string;
    device: string;
    asked: ColumnType<string | null, string | null | undefined>;
    proof: ColumnType<string | null, string | null | undefined>;
  };
  second_factor: { user_id: string; secret: string; confirmed_at: Date | null; last_step: Generated<number> };
  recovery_code: { user_id: string; hash: string; used_at: ColumnType<Date | null, Date | null | undefined> };
  account_link: {
    token_hash: string;
    user_id: string;
    kind: string;
    made_by: string | null;
    made_at: Date;
    ends_at: Date;
    used_at: ColumnType<Date | null, Date | null | undefined>;
  };
  request_failure: {
    id: Generated<number>;
    at: Date;
    request_id: string;
    method: string;
    route: string;
    code: string;
    reason: string;
    place: string;
  };
  request_key: {
    user_id: string;
    key: string;
    hash: string;
    attempt: string;
    begun_at: Date;
    done_at: Date | null;
    answer: string | null;
  };
  upload: {
    id: string;
    user_id: string;
    file_name: string;
    size: number;
    received: Generated<number>;
    expires_at: Date;
  };
  upload_part: { upload_id: string; starts_at: number; bytes: Buffer };
  outside_identity: { provider: string; subject: string; user_id: string; linked_at: Date };
  api_key: {
    id: string;
    user_id: string;
    name: string;
    token_hash: string;
    scopes: KeyScope[];
    made_at: Date;
    ends_at: Date;
    used_at: ColumnType<Date | null, Date | null | undefined>;
    used_from: ColumnType<string | null, string | null | undefined>;
  };
}
