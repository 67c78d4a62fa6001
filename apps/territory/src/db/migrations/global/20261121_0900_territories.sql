-- The registry: every country, First Nation and community. Ids are never parsed; parent and sovereign are columns.
create table territories (
  id text primary key,
  kind text not null,
  name_en text not null,
  name_da text not null,
  name_own text,
  parent_territory text references territories (id),
  sovereign_id text not null,
  geographic_countries text[] not null default '{}',
  default_language text not null,
  pod_id text,
  status text not null default 'listed',
  routing_epoch bigint not null default 1,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint territories_id_form check (id ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$' and octet_length(id) <= 53),
  constraint territories_id_reserved check (id not in ('ADMIN', 'ALL', 'API', 'GLOBAL', 'MATRIX', 'POD', 'PUBLIC', 'STATUS', 'WWW')),
  constraint territories_kind check (kind in ('country', 'first_nation', 'community')),
  constraint territories_status check (status in ('listed', 'active', 'suspended', 'archived')),
  constraint territories_names check (name_en <> '' and name_da <> '' and name_own <> '' and name_en is nfc normalized and name_da is nfc normalized
    and name_own is nfc normalized),
  constraint territories_pod_form check (pod_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and octet_length(pod_id) <= 53),
  constraint territories_active_has_pod check (status = 'listed' or pod_id is not null),
  constraint territories_countries_form check (array_to_string(geographic_countries, ',') ~ '^([A-Z]{2}(,[A-Z]{2})*)?$'),
  constraint territories_epoch check (routing_epoch > 0),
  constraint territories_top_level check (
    (kind in ('country', 'first_nation') and parent_territory is null and sovereign_id = id)
    or (kind = 'community' and parent_territory is not null and id like parent_territory || '-%' and sovereign_id <> id)
  )
);
create index territories_parent on territories (parent_territory) where parent_territory is not null;
create index territories_sovereign on territories (sovereign_id);
create index territories_pod on territories (pod_id) where pod_id is not null;

-- Keeps sovereign_id: walks up to the top, at most 16 levels, and refuses cycles and moves to another sovereign.
create function territories_guard() returns trigger language plpgsql as $$
declare
  above text := new.parent_territory;
  top text := new.id;
  next text;
  depth int := 0;
begin
  if tg_op = 'UPDATE' and new.id <> old.id then
    raise exception 'the id of a territory never changes (% to %)', old.id, new.id using errcode = 'integrity_constraint_violation';
  end if;
  while above is not null loop
    depth := depth + 1;
    if above = new.id then
      raise exception 'territory % would be above itself', new.id using errcode = 'integrity_constraint_violation';
    end if;
    if depth > 16 then
      raise exception 'territory % would lie more than 16 levels deep', new.id using errcode = 'integrity_constraint_violation';
    end if;
    top := above;
    -- The lock keeps a parent from moving while a child is placed below it.
    select t.parent_territory into next from global.territories t where t.id = above for key share;
    if not found then
      raise exception 'territory % names the unknown parent %', new.id, above using errcode = 'foreign_key_violation';
    end if;
    above := next;
  end loop;
  if tg_op = 'UPDATE' and top <> old.sovereign_id then
    raise exception 'territory % belongs to % and cannot move to %', new.id, old.sovereign_id, top using errcode = 'integrity_constraint_violation';
  end if;
  new.sovereign_id := top;
  return new;
end $$;

-- A change of pod or status always shows in the epoch; whoever routes by an older one must refresh.
create function territories_changed() returns trigger language plpgsql as $$
begin
  new.updated_at := now();
  if (new.pod_id, new.status) is distinct from (old.pod_id, old.status) then
    new.routing_epoch := greatest(new.routing_epoch, old.routing_epoch + 1);
  elsif new.routing_epoch < old.routing_epoch then
    raise exception 'the routing epoch of % cannot fall from % to %', new.id, old.routing_epoch, new.routing_epoch using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger territories_guard before insert or update on territories for each row execute function territories_guard();
create trigger territories_changed before update on territories for each row execute function territories_changed();
