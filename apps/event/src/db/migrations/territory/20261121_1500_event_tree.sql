-- Checkpoints sign the root of a Merkle tree over the entries, so that one entry can be shown to be in the trail without showing the others.
-- grant audit_nodes: select, insert

-- Null in checkpoints of before: they vouch for the chain alone.
alter table audit_checkpoints add root text;

-- Hashes of complete subtrees of 16 leaves and more (level 4 and up; `place` counts from the left), which checkpoints leave behind.
create table audit_nodes (
  level smallint not null check (level >= 4),
  place bigint not null check (place >= 0),
  hash text not null,
  primary key (level, place)
);

-- What moderators did in a topic, which is what anyone may look at (`shownEvents` of the contracts).
create index audit_entries_shown on audit_entries (aggregate, seq)
  where name in ('topic.changed', 'post.hidden', 'post.restored', 'appeal.created', 'appeal.decided');
