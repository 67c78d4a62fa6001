-- Notifications of several kinds: an item in a member's list holds one or more entries, one entry per member and thing that happened.
-- Preferences by reason and channel, levels at which topics and categories are followed, digests, web push, and the job of telling many.
-- personal: notification_entries
-- personal: watch_levels
-- personal: digests
-- personal: push_subscriptions
-- personal: push_jobs

-- What a member was told, once per thing: a post, an award's change, a decision, a flag. Ids only.
CREATE TABLE notification_entries (
  member_id uuid NOT NULL,
  -- The post, the event about a badge, the decision, the flag or the appeal.
  subject_id uuid NOT NULL,
  about text NOT NULL,
  -- The item it is shown in; null when the member wants it by other channels only.
  notification_id uuid,
  -- The topic of a post; else the subject.
  group_id uuid NOT NULL,
  actor_id uuid,
  post_number int,
  -- Reasons, strongest first, each with the rule that let it through: mention, watching@topic, watching@category:<id>.
  why text[] NOT NULL CHECK (cardinality(why) > 0),
  details jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  read_mark uuid,
  -- A moderator hid the post.
  hidden boolean NOT NULL DEFAULT false,
  -- Overtaken by something newer: shown as history, not sent any more.
  overtaken boolean NOT NULL DEFAULT false,
  -- waiting → sent or dropped; null when it is not for a digest.
  digest text CHECK (digest IN ('waiting', 'sent', 'dropped')),
  -- However many paths lead to a member, one thing is told once.
  PRIMARY KEY (member_id, subject_id)
);
CREATE INDEX notification_entries_of_subject ON notification_entries (subject_id);
CREATE INDEX notification_entries_of_item ON notification_entries (notification_id);
CREATE INDEX notification_entries_unread ON notification_entries (member_id, group_id) WHERE read_at IS NULL;
CREATE INDEX notification_entries_for_digest ON notification_entries (member_id, created_at) WHERE digest = 'waiting';
CREATE INDEX notification_entries_age ON notification_entries (created_at);

ALTER TABLE notifications
  ADD COLUMN kind text NOT NULL DEFAULT 'post' CHECK (kind IN ('post', 'badge', 'moderation', 'queue')),
  ADD COLUMN group_id uuid,
  -- Made anew when something joins: the list is in this order.
  ADD COLUMN rank uuid,
  ADD COLUMN latest_at timestamptz,
  -- Entries that are not hidden; an item without any is neither shown nor counted.
  ADD COLUMN live int NOT NULL DEFAULT 1,
  -- Takes what joins; false as soon as it was read or done.
  ADD COLUMN open boolean NOT NULL DEFAULT true,
  ADD COLUMN seen_at timestamptz,
  ADD COLUMN read_mark uuid,
  ADD COLUMN done_at timestamptz,
  ADD COLUMN done_mark uuid,
  ADD COLUMN saved_at timestamptz;

-- What there is becomes entries: unread ones of one topic join the newest, read ones stay alone.
INSERT INTO notification_entries (member_id, subject_id, about, notification_id, group_id, actor_id, post_number, why, created_at, read_at)
SELECT member_id, post_id, 'post', CASE WHEN read_at IS NULL THEN first_value(id) OVER (PARTITION BY member_id, topic_id, read_at IS NULL ORDER BY id DESC) ELSE id END,
  topic_id, actor_id, post_number, reasons, created_at, read_at
FROM notifications;
DELETE FROM notifications n WHERE NOT EXISTS (SELECT FROM notification_entries e WHERE e.notification_id = n.id);
UPDATE notifications n SET group_id = topic_id, rank = id, latest_at = created_at, open = read_at IS NULL, seen_at = read_at,
  live = (SELECT count(*) FROM notification_entries e WHERE e.notification_id = n.id);
-- Mail that is on its way to members who do not want it in their list.
INSERT INTO notification_entries (member_id, subject_id, about, group_id, why, created_at)
SELECT member_id, about_id, 'post', about_id, reasons, created_at FROM mail_jobs WHERE kind = 'post' AND status IN ('queued', 'attempted') AND cardinality(reasons) > 0
ON CONFLICT DO NOTHING;

DROP INDEX notifications_of_member, notifications_unread, notifications_of_post;
ALTER TABLE notifications
  DROP COLUMN reasons, DROP COLUMN actor_id, DROP COLUMN topic_id, DROP COLUMN post_id, DROP COLUMN post_number,
  ALTER COLUMN kind DROP DEFAULT, ALTER COLUMN group_id SET NOT NULL, ALTER COLUMN rank SET NOT NULL, ALTER COLUMN latest_at SET NOT NULL;
-- While it is open, what belongs together joins one item.
CREATE UNIQUE INDEX notifications_open ON notifications (member_id, kind, group_id) WHERE open;
CREATE INDEX notifications_listed ON notifications (member_id, rank DESC);
CREATE INDEX notifications_unread ON notifications (member_id, rank DESC) WHERE read_at IS NULL AND done_at IS NULL;
CREATE INDEX notifications_age ON notifications (latest_at);

ALTER TABLE notification_preferences
  -- By reason: {"mention": {"inApp": true, "mail": "instant", "push": true}, …}; what is missing is as for everyone.
  ADD COLUMN channels jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN push_paused boolean NOT NULL DEFAULT false,
  ADD COLUMN push_private boolean NOT NULL DEFAULT false,
  ADD COLUMN digest_on boolean NOT NULL DEFAULT true,
  ADD COLUMN digest_every text NOT NULL DEFAULT 'daily' CHECK (digest_every IN ('daily', 'weekly')),
  ADD COLUMN digest_weekday int NOT NULL DEFAULT 1 CHECK (digest_weekday BETWEEN 1 AND 7),
  ADD COLUMN digest_hour int NOT NULL DEFAULT 8 CHECK (digest_hour BETWEEN 0 AND 23),
  ADD COLUMN quiet_from text,
  ADD COLUMN quiet_to text;
UPDATE notification_preferences SET channels = jsonb_build_object(
  'mention', jsonb_build_object('inApp', mention_in_app, 'mail', CASE WHEN mention_mail THEN 'instant' ELSE 'off' END, 'push', mention_in_app),
  'reply', jsonb_build_object('inApp', reply_in_app, 'mail', CASE WHEN reply_mail THEN 'instant' ELSE 'off' END, 'push', reply_in_app));
ALTER TABLE notification_preferences DROP COLUMN mention_in_app, DROP COLUMN mention_mail, DROP COLUMN reply_in_app, DROP COLUMN reply_mail;

-- How members follow topics and categories, where they chose; a topic's level beats its category's.
CREATE TABLE watch_levels (
  member_id uuid NOT NULL,
  place text NOT NULL CHECK (place IN ('topic', 'category')),
  place_id uuid NOT NULL,
  level text NOT NULL CHECK (level IN ('watching', 'normal', 'muted')),
  -- In order of time, for lists.
  rank uuid NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (member_id, place_id)
);
CREATE INDEX watch_levels_watching ON watch_levels (place_id, member_id) WHERE level = 'watching';
CREATE INDEX watch_levels_listed ON watch_levels (member_id, rank DESC);

ALTER TABLE mail_jobs
  DROP COLUMN reasons,
  -- Waits for the end of quiet hours.
  ADD COLUMN held boolean NOT NULL DEFAULT false;
CREATE INDEX mail_jobs_held ON mail_jobs (member_id) WHERE held;
CREATE INDEX mail_jobs_done ON mail_jobs (done_at) WHERE done_at IS NOT NULL;

-- One row per digest there is, was or will be: at most one per date on a member's calendar, and one that is open.
CREATE TABLE digests (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL,
  -- Null until it is planned: that needs the member's time zone, which is asked for when nothing waits for the answer.
  on_date text,
  due_at timestamptz,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'sent', 'empty', 'failed')),
  entries int NOT NULL DEFAULT 0,
  -- Its window is the next after this: when something began to wait for it, or when zone or wish changed.
  since timestamptz NOT NULL,
  done_at timestamptz,
  UNIQUE (member_id, on_date)
);
CREATE UNIQUE INDEX digests_open ON digests (member_id) WHERE status = 'open';
CREATE INDEX digests_unplanned ON digests (since) WHERE status = 'open' AND due_at IS NULL;

-- Browsers that take push messages. Address and keys are sealed; the index is blind.
CREATE TABLE push_subscriptions (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL,
  endpoint_index text NOT NULL UNIQUE,
  wrapped_key text NOT NULL,
  sealed text NOT NULL,
  created_at timestamptz NOT NULL,
  last_sent_at timestamptz
);
CREATE INDEX push_subscriptions_of_member ON push_subscriptions (member_id, id DESC);

-- As mail_jobs, one per browser and thing.
CREATE TABLE push_jobs (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('entry', 'test')),
  about_id uuid NOT NULL,
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'attempted', 'sent', 'failed', 'cancelled')),
  attempts int NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  uncertain boolean NOT NULL DEFAULT false,
  held boolean NOT NULL DEFAULT false,
  note text,
  created_at timestamptz NOT NULL,
  done_at timestamptz,
  UNIQUE (subscription_id, about_id)
);
CREATE INDEX push_jobs_due ON push_jobs (next_at) WHERE status IN ('queued', 'attempted');
CREATE INDEX push_jobs_about ON push_jobs (about_id) WHERE status IN ('queued', 'attempted');
CREATE INDEX push_jobs_held ON push_jobs (member_id) WHERE held;
CREATE INDEX push_jobs_done ON push_jobs (done_at) WHERE done_at IS NOT NULL;

-- The key with which the territory signs towards push services (RFC 8292). It moves with the territory: another key would end all subscriptions.
-- grant vapid_keys: select, insert
CREATE TABLE vapid_keys (
  id int PRIMARY KEY CHECK (id = 1),
  public_key text NOT NULL,
  wrapped_key text NOT NULL,
  private_sealed text NOT NULL,
  created_at timestamptz NOT NULL
);

-- Telling everyone who watches: one row per post with many watchers. `cursor` is the last member that was told, or passed over.
CREATE TABLE spreads (
  id uuid PRIMARY KEY,
  topic_id uuid NOT NULL,
  category_id uuid NOT NULL,
  post_id uuid NOT NULL UNIQUE,
  post_number int NOT NULL,
  actor_id uuid NOT NULL,
  happened_at timestamptz NOT NULL,
  cursor uuid,
  told int NOT NULL DEFAULT 0,
  attempts int NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  note text,
  done_at timestamptz
);
CREATE INDEX spreads_due ON spreads (next_at) WHERE done_at IS NULL;
