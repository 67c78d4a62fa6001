-- Public signing keys of every territory: any pod verifies any pod's tokens from these rows, offline.
-- grant issuer_keys: select, insert, update
create table issuer_keys (
  territory text not null,
  kid text not null,
  jwk jsonb not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (territory, kid),
  constraint issuer_keys_public check (not jwk ? 'd')
);
