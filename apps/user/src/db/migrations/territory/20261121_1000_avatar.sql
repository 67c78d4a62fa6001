-- The file of a member's picture: an id of the files service, which holds the picture itself.
alter table user_profiles add column avatar_file_id uuid;
