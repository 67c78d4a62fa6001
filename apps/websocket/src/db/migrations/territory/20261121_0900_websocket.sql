-- Numbered streams of the live connection: an entry is (stream, epoch, seq), and the row lock on its stream makes the order of
-- numbers the order of commits. Ids only; who someone is stands nowhere in here.
create table streams (
  stream text primary key,
  epoch text not null,
  last_seq bigint not null
) with (fillfactor = 70);

create table stream_entries (
  stream text not null,
  seq bigint not null,
  epoch text not null,
  name text not null,
  data jsonb not null,
  happened_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (stream, seq)
);
create index stream_entries_by_age on stream_entries using brin (created_at) with (pages_per_range = 16);

-- The epoch of streams that have no entry yet. A restored backup gets a new one: then no client goes on from a cursor of lost history.
create table stream_base (
  only_row boolean primary key default true check (only_row),
  epoch text not null
);
insert into stream_base (epoch) values (gen_random_uuid()::text);
