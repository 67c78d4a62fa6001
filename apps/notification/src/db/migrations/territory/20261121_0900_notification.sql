-- What members are told, how they want to be told, and mail on its way. Ids only: names, addresses and texts are read when shown or sent.
-- personal: notifications
-- personal: notification_preferences
-- personal: mail_jobs

CREATE TABLE notifications (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL,
  -- Strongest first: mention, then reply.
  reasons text[] NOT NULL CHECK (cardinality(reasons) > 0 AND reasons <@ ARRAY['mention', 'reply']),
  actor_id uuid NOT NULL,
  topic_id uuid NOT NULL,
  post_id uuid NOT NULL,
  post_number int NOT NULL,
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  -- A person told by several paths of one post is told once.
  UNIQUE (member_id, post_id)
);
CREATE INDEX notifications_of_member ON notifications (member_id, id DESC);
CREATE INDEX notifications_unread ON notifications (member_id, id DESC) WHERE read_at IS NULL;
CREATE INDEX notifications_of_post ON notifications (post_id);

-- Only of members who changed something; everyone else has the defaults.
CREATE TABLE notification_preferences (
  member_id uuid PRIMARY KEY,
  mention_in_app boolean NOT NULL DEFAULT true,
  mention_mail boolean NOT NULL DEFAULT true,
  reply_in_app boolean NOT NULL DEFAULT true,
  reply_mail boolean NOT NULL DEFAULT true,
  mail_paused boolean NOT NULL DEFAULT false
);

-- queued → attempted → sent, or failed or cancelled; a temporary failure goes back to queued.
CREATE TABLE mail_jobs (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL,
  kind text NOT NULL,
  -- The post, or for mails about an account the event that asked for it.
  about_id uuid NOT NULL,
  reasons text[] NOT NULL DEFAULT '{}',
  -- Chosen when registering; for people without a profile.
  language text,
  -- Fixed here, so that a repeated attempt is the same message to every mail program.
  message_id text NOT NULL,
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'attempted', 'sent', 'failed', 'cancelled')),
  attempts int NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  -- An attempt ended without a known outcome, so the mail may have arrived twice.
  uncertain boolean NOT NULL DEFAULT false,
  note text,
  created_at timestamptz NOT NULL,
  done_at timestamptz,
  UNIQUE (member_id, about_id, kind)
);
CREATE INDEX mail_jobs_due ON mail_jobs (next_at) WHERE status IN ('queued', 'attempted');
CREATE INDEX mail_jobs_about ON mail_jobs (about_id) WHERE status IN ('queued', 'attempted');
