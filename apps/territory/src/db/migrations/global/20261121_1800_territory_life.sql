-- The life of a territory: what is to be opened, who opened and closed what and why, and which territory has a database of its own.
alter table territories add column database_name text;
alter table territories add constraint territories_database_form check (database_name ~ '^[a-z][a-z0-9_]{0,62}$');

-- No service may make roles and schemas. It records an order; the provisioner, which may, carries it out.
create table territory_orders (
  id uuid primary key,
  territory text not null,
  kind text not null,
  name_en text not null,
  name_da text not null,
  name_own text,
  parent_territory text,
  geographic_countries text[] not null default '{}',
  default_language text not null,
  database_name text,
  -- Who asked, at which territory; null for the operator.
  requested_by uuid,
  requested_in text,
  status text not null default 'waiting',
  step text not null default 'recorded',
  attempts int not null default 0,
  problem_en text,
  problem_da text,
  -- For the operator's eyes: what went wrong in the words of whoever refused.
  detail text,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  constraint territory_orders_status check (status in ('waiting', 'running', 'done', 'failed')),
  constraint territory_orders_step check (step in ('recorded', 'registered', 'built', 'open')),
  constraint territory_orders_problem check ((status = 'failed') = (problem_en is not null and problem_da is not null)),
  constraint territory_orders_done check ((status in ('done', 'failed')) = (done_at is not null))
);
create unique index territory_orders_open on territory_orders (territory) where status in ('waiting', 'running');
create index territory_orders_below on territory_orders (parent_territory, id);
create index territory_orders_territory on territory_orders (territory, id);

create function territory_ordered() returns trigger language plpgsql as $$
begin
  perform pg_notify('territory_orders', '');
  return null;
end $$;
create trigger territory_ordered after insert on territory_orders for each statement execute function territory_ordered();

-- Every opening and closing with its reason, which speaks of a territory and never of a person.
create table territory_status_changes (
  id uuid primary key,
  territory text not null references territories (id),
  status text not null,
  reason text not null,
  changed_by uuid,
  changed_in text,
  changed_at timestamptz not null default now()
);
create index territory_status_changes_territory on territory_status_changes (territory, id);
