import pg from 'pg';

const id = (name: string): string => pg.escapeIdentifier(name);

/**
 * What every database of a pod has before the first migration: the schemas, the migrator's state, the role bindings and the
 * functions that hand out rights. Idempotent; runs in one transaction under the migrator's lock.
 */
export const bootstrapSql = (groups: { globalRead: string; messaging: string }, database: string): string => `
create schema if not exists global;
create schema if not exists messaging;
revoke all on schema global, messaging from public;
revoke create on schema public from public;
revoke all on database ${id(database)} from public;
grant connect on database ${id(database)} to ${id(groups.globalRead)};
grant usage on schema public, global to ${id(groups.globalRead)};
grant usage on schema messaging to ${id(groups.messaging)};

create table if not exists global.schema_migrations (
  schema text not null, owner text not null, version text not null, checksum text not null,
  applied_at timestamptz not null default now(), primary key (schema, owner, version)
);
create table if not exists global.schema_objects (
  schema text not null, name text not null, kind text not null check (kind in ('table', 'sequence', 'function')), owner text not null,
  rights text[], personal boolean not null default false, messaging_rights text[], service_rights jsonb not null default '{}',
  primary key (schema, name)
);
create table if not exists messaging.role_bindings (
  role_name name primary key, territory text not null, service text not null, unique (territory, service)
);
grant select on global.schema_migrations to ${id(groups.globalRead)};
grant select on messaging.role_bindings to ${id(groups.messaging)};

-- Who am I? By session_user, which no SECURITY DEFINER function and no SET ROLE changes. NULL for anyone who is not a service.
-- In plpgsql, which keeps the plan for the session: policies ask at every write, and SQL functions are planned anew each time.
create or replace function messaging.my_territory() returns text language plpgsql stable parallel safe
  as 'begin return (select b.territory from messaging.role_bindings b where b.role_name = session_user); end';
create or replace function messaging.my_service() returns text language plpgsql stable parallel safe
  as 'begin return (select b.service from messaging.role_bindings b where b.role_name = session_user); end';
create or replace function global.touch_updated_at() returns trigger language plpgsql
  as 'begin new.updated_at := now(); return new; end';
${ADOPT}
${APPLY}
${PROVISION}
revoke all on all functions in schema global, messaging from public;
grant execute on function messaging.my_territory(), messaging.my_service() to ${id(groups.messaging)};
grant execute on function global.touch_updated_at() to ${id(groups.globalRead)};

insert into global.schema_objects (schema, name, kind, owner, rights)
  select v.schema, v.name, v.kind, '(migrator)', '{}' from (values
    ('global', 'schema_migrations', 'table'), ('global', 'schema_objects', 'table'), ('messaging', 'role_bindings', 'table')) v (schema, name, kind)
  on conflict do nothing;
insert into global.schema_objects (schema, name, kind, owner, rights)
  select n.nspname, p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', 'function', '(migrator)', '{}'
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where (n.nspname, p.proname) in (('messaging', 'my_territory'), ('messaging', 'my_service'), ('global', 'touch_updated_at'),
    ('global', 'present_objects'), ('global', 'adopt_objects'), ('global', 'apply_grants'), ('global', 'provision_scope'))
  on conflict do nothing;
`;

/**
 * After a file: whatever is new in the schema belongs to the file's owner; its directives are recorded; rights are given.
 * What a schema holds is asked of pg_depend: pg_class has no index on its schema column, and 250 territories have 100,000 relations.
 * `collate "default"`: a parameter of type name gives all text parameters the collation "C", with which no index of these tables is used.
 */
const ADOPT = `
create or replace function global.present_objects(p_schema text) returns table (name text, kind text) language sql stable set search_path = pg_catalog as $present$
  select c.relname::text, case c.relkind when 'S' then 'sequence' else 'table' end from pg_depend d join pg_class c on c.oid = d.objid
    where d.refclassid = 'pg_namespace'::regclass and d.refobjid = to_regnamespace(quote_ident(p_schema)) and d.classid = 'pg_class'::regclass
      and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  union all
  select p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', 'function' from pg_depend d join pg_proc p on p.oid = d.objid
    where d.refclassid = 'pg_namespace'::regclass and d.refobjid = to_regnamespace(quote_ident(p_schema)) and d.classid = 'pg_proc'::regclass $present$;
create or replace function global.adopt_objects(p_schema text, p_scope text, p_owner text, p_directives jsonb, p_read name, p_messaging name)
returns void language plpgsql set search_path = pg_catalog as $adopt$
declare
  touched text[];
  directive jsonb;
begin
  delete from global.schema_objects o where o.schema = p_schema collate "default"
    and not exists (select from global.present_objects(p_schema) p where p.name = o.name and p.kind = o.kind);
  with added as (
    insert into global.schema_objects (schema, name, kind, owner)
      select p_schema, p.name, p.kind, p_owner from global.present_objects(p_schema) p on conflict do nothing returning name)
  select coalesce(array_agg(name), '{}') into touched from added;
  for directive in select jsonb_array_elements(p_directives) loop
    update global.schema_objects o set
      rights = case directive->>'kind' when 'grant' then array(select jsonb_array_elements_text(directive->'rights')) else o.rights end,
      personal = o.personal or directive->>'kind' = 'personal',
      messaging_rights = case directive->>'kind' when 'messaging-grant' then array(select jsonb_array_elements_text(directive->'rights')) else o.messaging_rights end,
      service_rights = case directive->>'kind' when 'owner-grant'
        then o.service_rights || jsonb_build_object(directive->>'service', directive->'rights') else o.service_rights end
      where o.schema = p_schema collate "default" and o.name = directive->>'object' and o.owner = p_owner collate "default";
    if not found then
      raise exception 'the directive "%" names %, which is no object of % in %', directive->>'kind', directive->>'object', p_owner, p_schema;
    end if;
    touched := touched || (directive->>'object');
  end loop;
  perform global.apply_grants(p_schema, p_scope, p_read, p_messaging, touched);
end $adopt$;`;

/** Gives every recorded object (or the named ones) exactly its rights. Safe to repeat. */
const APPLY = `
create or replace function global.apply_grants(p_schema text, p_scope text, p_read name, p_messaging name, p_names text[])
returns void language plpgsql set search_path = pg_catalog as $apply$
declare
  o record;
  grantee record;
  target text;
  login name;
  definer boolean;
  given boolean;
begin
  for o in select * from global.schema_objects s where s.schema = p_schema collate "default" and s.owner <> '(migrator)'
      and (p_names is null or s.name = any (p_names collate "default")) loop
    login := null;
    if p_schema <> 'messaging' then
      select b.role_name into login from messaging.role_bindings b where b.territory = p_scope collate "default" and b.service = o.owner;
    end if;
    if o.kind = 'function' then
      select format('routine %s', p.oid::regprocedure), p.prosecdef into target, definer from pg_proc p
        where p.pronamespace = to_regnamespace(quote_ident(p_schema)) and p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' = o.name;
      continue when target is null;
      execute format('revoke all on %s from public', target);
      if login is not null then execute format('grant execute on %s to %I', target, login); end if;
      if p_schema = 'global' and not definer then execute format('grant execute on %s to %I', target, p_read); end if;
      if p_schema = 'messaging' and (not definer or 'execute' = any (o.messaging_rights)) then
        execute format('grant execute on %s to %I', target, p_messaging);
      end if;
    elsif o.kind = 'sequence' then
      target := format('sequence %I.%I', p_schema, o.name);
      if login is not null then execute format('grant usage, select on %s to %I', target, login); end if;
      if p_schema = 'messaging' then execute format('grant usage on %s to %I', target, p_messaging); end if;
    else
      target := format('table %I.%I', p_schema, o.name);
      given := (select c.relacl is not null from pg_class c where c.oid = to_regclass(format('%I.%I', p_schema, o.name)));
      if login is not null then
        if given then execute format('revoke all on %s from %I', target, login); end if;
        if coalesce(cardinality(o.rights), 1) > 0 then
          execute format('grant %s on %s to %I', coalesce(array_to_string(o.rights, ', '), 'select, insert, update, delete'), target, login);
        end if;
      end if;
      if p_schema = 'global' then execute format('grant select on %s to %I', target, p_read); end if;
      if o.messaging_rights is not null then
        execute format('revoke all on %s from %I', target, p_messaging);
        if cardinality(o.messaging_rights) > 0 then
          execute format('grant %s on %s to %I', array_to_string(o.messaging_rights, ', '), target, p_messaging);
        end if;
      end if;
      if o.personal then
        if login is null then raise exception '% has no role in %, so its personal table % would be closed to everyone', o.owner, p_scope, o.name; end if;
        execute format('alter %s enable row level security, force row level security', target);
        execute format('drop policy if exists owner_only on %I.%I', p_schema, o.name);
        execute format('create policy owner_only on %I.%I using ((select current_user) = %L) with check ((select current_user) = %L)', p_schema, o.name, login, login);
        execute format('drop policy if exists migrator on %I.%I', p_schema, o.name);
        if not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) then
          execute format('create policy migrator on %I.%I to %I using (true) with check (true)', p_schema, o.name, current_user);
        end if;
      end if;
    end if;
    for grantee in select b.role_name, b.service, r.value as rights from jsonb_each(o.service_rights) r
        join messaging.role_bindings b on b.territory = 'global' and b.service = r.key loop
      execute format('grant %s on %s to %I', (select string_agg(w, ', ') from jsonb_array_elements_text(grantee.rights) w), target, grantee.role_name);
      if o.kind = 'table' and (select c.relrowsecurity from pg_class c where c.oid = to_regclass(format('%I.%I', p_schema, o.name))) then
        execute format('drop policy if exists %I on %I.%I', 'granted_' || grantee.service, p_schema, o.name);
        execute format('create policy %I on %I.%I to %I using (true) with check (true)', 'granted_' || grantee.service, p_schema, o.name, grantee.role_name);
      end if;
    end loop;
  end loop;
end $apply$;`;

/**
 * Roles, schema and bindings of one scope. `p_roles`: [{service, role, verifier?, mark?}]; with a verifier the password is set
 * and the mark (a fingerprint of it) is kept as the role's comment. Returns whether anything changed.
 */
const PROVISION = `
create or replace function global.provision_scope(p_schema text, p_scope text, p_roles jsonb, p_read name, p_messaging name)
returns boolean language plpgsql set search_path = pg_catalog as $provision$
declare
  r record;
  changed boolean := false;
begin
  if to_regnamespace(quote_ident(p_schema)) is null then
    execute format('create schema %I', p_schema);
    execute format('revoke all on schema %I from public', p_schema);
    changed := true;
  end if;
  for r in select * from jsonb_to_recordset(p_roles) as x (service text, role name, verifier text, mark text) loop
    if r.verifier is not null then
      begin
        execute format('create role %I login password %L in role %I, %I', r.role, r.verifier, p_read, p_messaging);
      exception when duplicate_object or unique_violation then
        execute format('alter role %I login password %L', r.role, r.verifier);
      end;
      execute format('comment on role %I is %L', r.role, r.mark);
      changed := true;
    end if;
    if not pg_has_role(r.role, p_read, 'member') then execute format('grant %I to %I', p_read, r.role); end if;
    if not pg_has_role(r.role, p_messaging, 'member') then execute format('grant %I to %I', p_messaging, r.role); end if;
    if not has_schema_privilege(r.role, p_schema, 'usage') then
      execute format('grant usage on schema %I to %I', p_schema, r.role);
      changed := true;
    end if;
    insert into messaging.role_bindings as b (role_name, territory, service) values (r.role, p_scope, r.service)
      on conflict (territory, service) do update set role_name = excluded.role_name where b.role_name <> excluded.role_name;
    changed := changed or found;
  end loop;
  if changed then
    perform global.apply_grants(p_schema, p_scope, p_read, p_messaging, null);
    if p_schema = 'global' then perform global.apply_grants('messaging', 'global', p_read, p_messaging, null); end if;
  end if;
  return changed;
end $provision$;`;
