-- personal: user_profiles
-- personal: user_member_keys

-- The handle is a public pseudonym that the member chooses (ADR 6), so it is in clear; names and texts are sealed.
create table user_profiles (
  member_id uuid primary key,
  handle text not null,
  display_name_sealed text,
  about_sealed text,
  language text not null,
  time_zone text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint user_profiles_handle_key unique (handle),
  constraint user_profiles_handle_form check (handle ~ '^[a-z][a-z0-9_-]{2,29}$'),
  constraint user_profiles_language check (language in ('en', 'da'))
);
create index user_profiles_handle_prefix on user_profiles (handle text_pattern_ops);

-- Deleting the wrapped key erases name and texts everywhere.
create table user_member_keys (
  member_id uuid primary key references user_profiles,
  wrapped text not null
);
