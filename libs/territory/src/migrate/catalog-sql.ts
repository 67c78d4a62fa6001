/**
 * Everything that makes a territory schema what it is, as lines (schema, kind, object, line) that are equal in equal schemas:
 * schema name, role names and object ids are taken out; comments, partitions (made lazily) and data are left out.
 * An owner is named where it is not that of the schema.
 * $1: schemas, $2: their territories. Run with search_path = pg_catalog, so that every other name is printed with its schema.
 */
const CATALOG_LINES = `
s as (
  select u.schema, u.scope, n.oid as nsp, n.nspacl, n.nspowner from unnest($1::text[], $2::text[]) u (schema, scope) join pg_namespace n on n.nspname = u.schema
), rel as (
  select s.schema, s.scope, c.* from s join pg_class c on c.relnamespace = s.nsp where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and not c.relispartition
), fn as (
  select s.schema, s.scope, p.*, p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as signature from s join pg_proc p on p.pronamespace = s.nsp
), acl as (
  select schema, scope, 'relation grant' as kind, relname::text as object, relowner as owner, relacl as acl from rel where relacl is not null
  union all select schema, scope, 'function grant', signature, proowner, coalesce(proacl, acldefault('f', proowner)) from fn
  union all select schema, scope, 'schema grant', '', nspowner, nspacl from s where nspacl is not null
  union all select rel.schema, rel.scope, 'column grant', rel.relname || '.' || a.attname, rel.relowner, a.attacl
    from rel join pg_attribute a on a.attrelid = rel.oid where a.attacl is not null
), raw as (
  select schema, 'relation' as kind, relname::text as object, concat_ws(' ', relkind, relpersistence, relrowsecurity, relforcerowsecurity, reloptions::text,
    case when relkind = 'p' then pg_get_partkeydef(oid) end, case when relkind in ('v', 'm') then pg_get_viewdef(oid) end) as line from rel
  union all
  select rel.schema, 'column', rel.relname || '.' || a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
    'identity=' || a.attidentity::text, 'generated=' || a.attgenerated::text, 'default ' || pg_get_expr(d.adbin, d.adrelid), nullif(a.attcollation, t.typcollation)::regcollation::text)
    from rel join pg_attribute a on a.attrelid = rel.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where rel.relkind <> 'S'
  union all
  select rel.schema, 'index', rel.relname || '.' || i.relname, concat_ws(' ', pg_get_indexdef(x.indexrelid), case when not x.indisvalid then 'invalid' end)
    from rel join pg_index x on x.indrelid = rel.oid join pg_class i on i.oid = x.indexrelid
  union all
  select rel.schema, 'constraint', rel.relname || '.' || k.conname, concat_ws(' ', pg_get_constraintdef(k.oid), case when not k.convalidated then 'not valid' end)
    from rel join pg_constraint k on k.conrelid = rel.oid
  union all
  select rel.schema, 'trigger', rel.relname || '.' || g.tgname, g.tgenabled::text || ' ' || pg_get_triggerdef(g.oid)
    from rel join pg_trigger g on g.tgrelid = rel.oid where not g.tgisinternal
  union all
  select rel.schema, 'policy', rel.relname || '.' || p.polname, replace(concat_ws(' ', p.polcmd, p.polpermissive,
      case when p.polroles = '{0}' then 'public' else
        (select string_agg(coalesce('@' || b.service, r.rolname, 'public'), ',' order by coalesce(b.service, r.rolname)) from unnest(p.polroles) u (role)
          left join pg_roles r on r.oid = u.role left join messaging.role_bindings b on b.role_name = r.rolname and b.territory in (rel.scope, 'global')) end,
      'using ' || pg_get_expr(p.polqual, p.polrelid), 'check ' || pg_get_expr(p.polwithcheck, p.polrelid)), coalesce(b.role_name::text, '?'), '@owner')
    from rel join pg_policy p on p.polrelid = rel.oid left join global.schema_objects o on o.schema = rel.schema and o.name = rel.relname
    left join messaging.role_bindings b on b.territory = rel.scope and b.service = o.owner
  union all
  select rel.schema, 'sequence', rel.relname::text, concat_ws(' ', format_type(q.seqtypid, null), q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcycle)
    from rel join pg_sequence q on q.seqrelid = rel.oid
  union all
  select fn.schema, 'function', fn.signature, concat_ws(' ', pg_get_function_result(fn.oid), fn.provolatile, fn.prosecdef, fn.proisstrict, l.lanname, fn.proconfig::text, md5(fn.prosrc))
    from fn join pg_language l on l.oid = fn.prolang
  union all
  select s.schema, 'type', t.typname::text, concat_ws(' ', t.typtype, format_type(nullif(t.typbasetype, 0), t.typtypmod),
      (select string_agg(e.enumlabel, ',' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid),
      (select string_agg(pg_get_constraintdef(k.oid), ',' order by k.conname) from pg_constraint k where k.contypid = t.oid))
    from s join pg_type t on t.typnamespace = s.nsp where t.typtype in ('e', 'd', 'r')
  union all
  select owned.schema, 'owner', owned.object, pg_get_userbyid(owned.owner)::text from (
    select schema, '' as object, nspowner as owner from s
    union all select rel.schema, relname::text, relowner from rel join s using (schema) where relowner <> s.nspowner
    union all select fn.schema, signature, proowner from fn join s using (schema) where proowner <> s.nspowner
    union all select s.schema, typname::text, typowner from s join pg_type t on t.typnamespace = s.nsp where t.typtype in ('e', 'd', 'r') and typowner <> s.nspowner
  ) owned
  union all
  select acl.schema, acl.kind, acl.object, concat_ws(' ', case when x.grantee = 0 then 'public'
      when b.territory = acl.scope then '@' || b.service when b.territory = 'global' then '@global/' || b.service else r.rolname::text end,
      x.privilege_type, case when x.is_grantable then 'grantable' end)
    from acl cross join aclexplode(acl.acl) x left join pg_roles r on r.oid = x.grantee left join messaging.role_bindings b on b.role_name = r.rolname
    where x.grantee <> acl.owner
), lines as (
  select schema, kind, object, replace(line, quote_ident(schema) || '.', '@.') as line from raw
)`;

/** One row per schema: a hash that does not depend on the order of lines. */
export const CATALOG_HASHES = `with ${CATALOG_LINES}
select schema, count(*) || ':' || sum(hashtextextended(concat_ws(chr(9), kind, object, line), 0)::numeric) as hash from lines group by schema`;

/** The lines themselves, for the schemas that differ. */
export const CATALOG_DETAILS = `with ${CATALOG_LINES} select schema, kind, object, line from lines`;
