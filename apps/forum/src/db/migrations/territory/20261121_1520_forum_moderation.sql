-- What moderators decide, and the queue they work on. Decisions are public and never changed; what people report and appeal is sealed.
-- grant forum_decisions: select, insert
-- personal: forum_flags
-- personal: forum_appeals
-- personal: forum_member_keys

CREATE TABLE forum_decisions (
  id uuid PRIMARY KEY,
  action text NOT NULL,
  decided_at timestamptz NOT NULL,
  moderator_id uuid NOT NULL,
  -- The badge that gave the authority.
  role text,
  rule text,
  reason text,
  topic_id uuid NOT NULL REFERENCES forum_topics (id),
  post_id uuid REFERENCES forum_posts (id),
  -- Whom it concerns: who wrote the post, or opened the topic.
  author_id uuid NOT NULL,
  from_category_id uuid REFERENCES forum_categories (id),
  to_category_id uuid REFERENCES forum_categories (id),
  appealed_id uuid REFERENCES forum_decisions (id),
  -- What the audit trail holds the hash of; null for what is not shown there.
  event text,
  payload jsonb
);
CREATE INDEX forum_decisions_of_author ON forum_decisions (author_id, id DESC);
CREATE INDEX forum_decisions_of_topic ON forum_decisions (topic_id, id DESC);

ALTER TABLE forum_posts ADD hidden_by uuid REFERENCES forum_decisions (id);
ALTER TABLE forum_topics
  ADD closed_by uuid REFERENCES forum_decisions (id),
  ADD pinned_at timestamptz,
  ADD pinned_until timestamptz;
CREATE INDEX forum_topics_pinned ON forum_topics (category_id, pinned_at DESC) WHERE pinned_at IS NOT NULL;

-- One piece of work for moderators: a flagged post, or an appeal.
CREATE TABLE forum_cases (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('flags', 'appeal')),
  post_id uuid NOT NULL REFERENCES forum_posts (id),
  topic_id uuid NOT NULL REFERENCES forum_topics (id),
  author_id uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  flag_count int NOT NULL DEFAULT 0,
  appealed_id uuid REFERENCES forum_decisions (id),
  -- Who may not decide it, besides the author: who made the appealed decision.
  not_by uuid,
  claimed_by uuid,
  claimed_until timestamptz,
  decided_at timestamptz,
  decision_id uuid REFERENCES forum_decisions (id),
  CHECK ((kind = 'appeal') = (appealed_id IS NOT NULL))
);
CREATE UNIQUE INDEX forum_cases_open_flags ON forum_cases (post_id) WHERE kind = 'flags' AND decided_at IS NULL;
CREATE UNIQUE INDEX forum_cases_appealed ON forum_cases (appealed_id);
CREATE INDEX forum_cases_waiting ON forum_cases (id) WHERE decided_at IS NULL;
CREATE INDEX forum_cases_done ON forum_cases (decided_at DESC, id DESC) WHERE decided_at IS NOT NULL;

CREATE TABLE forum_flags (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES forum_cases (id),
  flagger_id uuid NOT NULL,
  kind text NOT NULL,
  text_sealed text,
  flagged_at timestamptz NOT NULL,
  UNIQUE (case_id, flagger_id)
);
CREATE INDEX forum_flags_of_flagger ON forum_flags (flagger_id, id DESC);

CREATE TABLE forum_appeals (
  case_id uuid PRIMARY KEY REFERENCES forum_cases (id),
  author_id uuid NOT NULL,
  text_sealed text NOT NULL,
  appealed_at timestamptz NOT NULL
);

-- Each member's own key for what they wrote in confidence, wrapped by the territory's. Erasing it erases all of that.
CREATE TABLE forum_member_keys (
  member_id uuid PRIMARY KEY,
  wrapped text NOT NULL
);
