-- The audit trail of a territory: every event, hash-chained. Nobody's role may change or remove an entry.
-- grant audit_entries: select, insert
-- grant audit_head: select, update
-- grant audit_checkpoints: select, insert
create table audit_entries (
  seq bigint primary key check (seq > 0),
  event_id uuid not null unique,
  -- When it was written down (never runs backwards) and when it happened, both as they are hashed.
  recorded_at timestamptz(3) not null,
  happened_at timestamptz(3) not null,
  name text not null,
  aggregate text not null,
  aggregate_seq bigint not null,
  -- The member who did it or whom it concerns: an id that means nothing once the member is erased.
  member_id text,
  payload_hash text not null,
  prev_hash text not null,
  hash text not null
);

-- One row, locked by whoever appends: so the chain has one order.
create table audit_head (
  only_row boolean primary key default true check (only_row),
  seq bigint not null,
  hash text not null,
  recorded_at timestamptz(3) not null
);
insert into audit_head (seq, hash, recorded_at) values (0, repeat('0', 64), 'epoch');

create table audit_checkpoints (
  seq bigint primary key check (seq > 0),
  head text not null,
  at timestamptz(3) not null,
  key_id text not null,
  signature text not null
);
