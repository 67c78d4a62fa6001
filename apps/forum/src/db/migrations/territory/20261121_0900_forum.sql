-- Categories, topics, posts and the texts that posts had before. Post text is public content and is not sealed.
-- People are ids only; who they are belongs to the user service.
-- personal: forum_requests
-- grant forum_categories: select, update
-- grant forum_post_revisions: select, insert

CREATE TABLE forum_categories (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  name_en text NOT NULL,
  name_da text NOT NULL,
  about_en text NOT NULL,
  about_da text NOT NULL,
  position int NOT NULL UNIQUE,
  topic_count int NOT NULL DEFAULT 0
);

CREATE TABLE forum_topics (
  id uuid PRIMARY KEY,
  category_id uuid NOT NULL REFERENCES forum_categories (id),
  author_id uuid NOT NULL,
  title text NOT NULL,
  slug text NOT NULL,
  created_at timestamptz NOT NULL,
  -- Kept by the transaction that writes a post; its row lock also hands out post numbers.
  post_count int NOT NULL DEFAULT 0,
  last_activity_at timestamptz NOT NULL,
  last_author_id uuid NOT NULL
) WITH (fillfactor = 80);
-- Both lists of topics are read along one of these, from any place in it.
CREATE INDEX forum_topics_latest ON forum_topics (last_activity_at DESC, id DESC);
CREATE INDEX forum_topics_latest_of_category ON forum_topics (category_id, last_activity_at DESC, id DESC);

CREATE TABLE forum_posts (
  id uuid PRIMARY KEY,
  topic_id uuid NOT NULL REFERENCES forum_topics (id),
  number int NOT NULL CHECK (number > 0),
  author_id uuid NOT NULL,
  reply_to_id uuid REFERENCES forum_posts (id),
  created_at timestamptz NOT NULL,
  markdown text NOT NULL,
  -- Made from markdown when it was written, by the renderer of that version.
  html text NOT NULL,
  excerpt text NOT NULL,
  render_version int NOT NULL,
  -- Everyone any revision has mentioned, so that nobody is told twice.
  mentioned_ids uuid[] NOT NULL DEFAULT '{}',
  revision int NOT NULL DEFAULT 1,
  edited_at timestamptz,
  edit_reason text,
  deleted_at timestamptz,
  UNIQUE (topic_id, number)
);

CREATE TABLE forum_post_revisions (
  post_id uuid NOT NULL REFERENCES forum_posts (id),
  revision int NOT NULL,
  written_at timestamptz NOT NULL,
  reason text,
  markdown text NOT NULL,
  html text NOT NULL,
  PRIMARY KEY (post_id, revision)
);

-- Answers to repeated requests; see `once` of the service kit.
CREATE TABLE forum_requests (
  member_id uuid NOT NULL,
  route text NOT NULL,
  idempotency_key text NOT NULL,
  body_hash text NOT NULL,
  resource_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (member_id, route, idempotency_key)
);

INSERT INTO forum_categories (id, slug, name_en, name_da, about_en, about_da, position) VALUES
  ('01900000-0000-7000-9000-000000000001', 'welcome', 'Welcome', 'Velkommen',
   'Say hello, tell who you are and find your way around.', 'Sig hej, fortæl, hvem du er, og find dig til rette.', 1),
  ('01900000-0000-7000-9000-000000000002', 'ideas', 'Ideas for the community', 'Idéer til fællesskabet',
   'What could be better where you live? Suggest it and find people to do it with.', 'Hvad kunne være bedre, hvor du bor? Foreslå det, og find nogen at gøre det sammen med.', 2),
  ('01900000-0000-7000-9000-000000000003', 'questions', 'Questions and help', 'Spørgsmål og hjælp',
   'Ask anything; someone has been there before you.', 'Spørg om hvad som helst; nogen har stået der før dig.', 3),
  ('01900000-0000-7000-9000-000000000004', 'everyday', 'Everyday life', 'Hverdagen',
   'Food, work, weather and everything else worth talking about.', 'Mad, arbejde, vejr og alt andet, der er værd at tale om.', 4);
