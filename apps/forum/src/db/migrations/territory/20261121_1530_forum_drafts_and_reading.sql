-- What members have begun to write, and how far they have read. Both are for themselves alone.
-- personal: forum_drafts
-- personal: forum_topic_reads
-- personal: forum_category_reads

CREATE TABLE forum_drafts (
  member_id uuid NOT NULL,
  -- `reply:<topic>`, `topic:<category>` or `edit:<post>`.
  place text NOT NULL,
  topic_id uuid REFERENCES forum_topics (id),
  category_id uuid REFERENCES forum_categories (id),
  revision int NOT NULL,
  saved_at timestamptz NOT NULL,
  -- Title, text and what it replies to, sealed under the member's key.
  sealed text NOT NULL,
  PRIMARY KEY (member_id, place),
  CHECK ((topic_id IS NULL) <> (category_id IS NULL))
);
CREATE INDEX forum_drafts_newest ON forum_drafts (member_id, saved_at DESC, place DESC);

-- The highest number seen of a topic.
CREATE TABLE forum_topic_reads (
  member_id uuid NOT NULL,
  topic_id uuid NOT NULL REFERENCES forum_topics (id),
  up_to int NOT NULL,
  PRIMARY KEY (member_id, topic_id)
) WITH (fillfactor = 80);

-- Everything written in the category until then counts as read.
CREATE TABLE forum_category_reads (
  member_id uuid NOT NULL,
  category_id uuid NOT NULL REFERENCES forum_categories (id),
  read_at timestamptz NOT NULL,
  PRIMARY KEY (member_id, category_id)
);
