-- Who is at home where: an id, a territory and a status, nothing that says who someone is.
create table user_directory (
  user_id uuid primary key,
  home_territory text not null,
  status text not null default 'active',
  updated_at timestamptz not null default now(),
  constraint user_directory_status check (status in ('active', 'moved', 'erased'))
);
create index user_directory_home on user_directory (home_territory);
create trigger user_directory_touch before update on user_directory for each row execute function global.touch_updated_at();
