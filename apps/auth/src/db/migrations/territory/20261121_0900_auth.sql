-- personal: accounts
-- personal: auth_member_keys
-- personal: sessions
-- personal: mail_tokens
-- personal: auth_attempts

-- The address is sealed under the member's key; email_index is its blind index, unique per territory.
create table accounts (
  member_id uuid primary key,
  email_sealed text not null,
  email_index text not null,
  password_hash text not null,
  status text not null default 'unverified',
  language text not null,
  created_at timestamptz not null,
  verified_at timestamptz,
  constraint accounts_email_key unique (email_index),
  constraint accounts_status check (status in ('unverified', 'active')),
  constraint accounts_verified check ((status = 'active') = (verified_at is not null)),
  constraint accounts_language check (language in ('en', 'da'))
);

-- Deleting the wrapped key erases the address everywhere, backups of the rest included.
create table auth_member_keys (
  member_id uuid primary key references accounts,
  wrapped text not null
);

-- A session is a family of refresh tokens: `generation` counts them, `token_hash` is the SHA-256 of the only valid one.
-- rotations: when the latest tokens were replaced, newest last, back to the grace time.
create table sessions (
  session_id uuid primary key,
  member_id uuid not null references accounts,
  client text not null,
  browser text,
  system text,
  generation int not null default 1,
  token_hash text not null,
  rotations timestamptz[] not null default '{}',
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_until timestamptz not null,
  absolute_until timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  constraint sessions_client check (client in ('browser', 'native')),
  constraint sessions_ended check ((ended_at is null) = (end_reason is null)),
  constraint sessions_reason check (end_reason in ('signed_out', 'revoked', 'password_changed', 'refresh_replayed'))
) with (fillfactor = 80);
create index sessions_open on sessions (member_id, last_seen_at desc) where ended_at is null;
create index sessions_ended_at on sessions (ended_at) where ended_at is not null;
create index sessions_idle_until on sessions (idle_until);

create table mail_tokens (
  token_hash text primary key,
  member_id uuid not null references accounts,
  purpose text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint mail_tokens_purpose check (purpose in ('verify_email', 'reset_password'))
);
create index mail_tokens_member on mail_tokens (member_id, purpose);
create index mail_tokens_expires on mail_tokens (expires_at);

-- Attempts per subject (blind index of an address, of a network, of both); `level` leaks away with time.
create table auth_attempts (
  kind text not null,
  subject text not null,
  level double precision not null default 0,
  refusals int not null default 0,
  last_at timestamptz not null,
  paused_until timestamptz,
  primary key (kind, subject)
);
create index auth_attempts_last on auth_attempts (last_at);

-- Private ES256 keys, sealed. The one in use is the latest whose use_from has passed.
create table signing_keys (
  kid text primary key,
  wrapped_key text not null,
  private_sealed text not null,
  jwk jsonb not null,
  created_at timestamptz not null,
  use_from timestamptz not null,
  retired_at timestamptz
);
