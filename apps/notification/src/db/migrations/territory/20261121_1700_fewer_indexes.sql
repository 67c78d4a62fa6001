-- Retention finds old items by their ids, which are in order of time: an index of its own would be paid for with every post.
DROP INDEX notifications_age, notification_entries_age;
CREATE INDEX notification_entries_unlisted ON notification_entries (created_at) WHERE notification_id IS NULL;
