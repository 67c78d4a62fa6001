-- Courses, their drafts and versions, and what members did in them. A course is public content; who learns what, and what someone
-- answered, is personal. People are ids only; who they are belongs to the user service.
-- personal: course_learners
-- personal: course_enrolments
-- personal: course_progress
-- personal: course_attempts
-- personal: course_completions
-- personal: course_requests
-- grant course_versions: select, insert
-- grant course_completions: select, insert
-- grant course_erased_files: select, insert

CREATE TABLE courses (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  author_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  -- Hashed together with answer keys, so that nobody finds a key by trying answers until the hash fits. Never leaves this table.
  salt bytea NOT NULL,
  draft_revision int NOT NULL,
  draft_saved_at timestamptz NOT NULL,
  -- The name of the draft's content: equal to that of the current version when nothing was changed since.
  draft_cid text NOT NULL,
  draft_title jsonb NOT NULL,
  language text NOT NULL,
  -- Files of the draft that the files service was told about.
  attached_files uuid[] NOT NULL DEFAULT '{}',
  current_version_id uuid,
  version_count int NOT NULL DEFAULT 0,
  first_published_at timestamptz,
  archived_at timestamptz,
  -- For the catalogue, from the current version.
  level text,
  languages text[] NOT NULL DEFAULT '{}',
  search text NOT NULL DEFAULT ''
);
CREATE INDEX courses_in_catalogue ON courses (first_published_at DESC, id DESC) WHERE current_version_id IS NOT NULL AND archived_at IS NULL;
CREATE INDEX courses_by_saving ON courses (draft_saved_at DESC, id DESC);
CREATE INDEX courses_of_author ON courses (author_id, draft_saved_at DESC, id DESC);

-- The last 50 saves; the newest is the draft.
CREATE TABLE course_drafts (
  course_id uuid NOT NULL REFERENCES courses (id),
  revision int NOT NULL,
  saved_at timestamptz NOT NULL,
  saved_by uuid NOT NULL,
  document text NOT NULL,
  restored_revision int,
  restored_version int,
  PRIMARY KEY (course_id, revision)
);

-- Never changed once written: the role that writes them cannot update.
CREATE TABLE course_versions (
  id uuid PRIMARY KEY,
  course_id uuid NOT NULL REFERENCES courses (id),
  number int NOT NULL CHECK (number > 0),
  -- Of the manifest; equal content is one version.
  cid text NOT NULL,
  key_hash text NOT NULL,
  -- Canonical JSON without answers, and the answers apart. Text, so that not a byte is rewritten.
  manifest text NOT NULL,
  answer_key text NOT NULL,
  -- Sizes of the pictures as the files service described them.
  pictures jsonb NOT NULL,
  -- What lists show, so that they need not read manifests.
  summary jsonb NOT NULL,
  note text,
  published_at timestamptz NOT NULL,
  published_by uuid NOT NULL,
  UNIQUE (course_id, cid),
  UNIQUE (course_id, number)
);
ALTER TABLE courses ADD FOREIGN KEY (current_version_id) REFERENCES course_versions (id);

-- Pictures that their owners deleted after a version showed them.
CREATE TABLE course_erased_files (
  file_id uuid PRIMARY KEY,
  erased_at timestamptz NOT NULL
);

-- The wrapped key under which a member's answers are sealed; deleting it erases them everywhere.
CREATE TABLE course_learners (
  member_id uuid PRIMARY KEY,
  wrapped text NOT NULL
);

CREATE TABLE course_enrolments (
  member_id uuid NOT NULL,
  course_id uuid NOT NULL REFERENCES courses (id),
  state text NOT NULL CHECK (state IN ('active', 'left')),
  -- Counts how often the course was taken: renewing a badge begins another run.
  run int NOT NULL DEFAULT 1,
  version_id uuid NOT NULL REFERENCES course_versions (id),
  -- Versions the member was in, to go back to.
  visited uuid[] NOT NULL,
  enrolled_at timestamptz NOT NULL,
  opened_at timestamptz NOT NULL,
  resume_lesson text,
  resume_block text,
  PRIMARY KEY (member_id, course_id)
) WITH (fillfactor = 80);
CREATE INDEX course_enrolments_latest ON course_enrolments (member_id, opened_at DESC, course_id);
CREATE INDEX course_enrolments_of_version ON course_enrolments (version_id) WHERE state = 'active';

-- Progress hangs on what a lesson shows, not on a version: going to another version and back finds everything as it was.
CREATE TABLE course_progress (
  member_id uuid NOT NULL,
  course_id uuid NOT NULL,
  run int NOT NULL,
  lesson_id text NOT NULL,
  content_id text NOT NULL,
  viewed_at timestamptz NOT NULL,
  done_at timestamptz,
  PRIMARY KEY (member_id, course_id, run, lesson_id, content_id)
);

CREATE TABLE course_attempts (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL,
  course_id uuid NOT NULL,
  run int NOT NULL,
  -- Answers belong to the questions of this version, wherever the learner went since.
  version_id uuid NOT NULL REFERENCES course_versions (id),
  quiz_id text NOT NULL,
  content_id text NOT NULL,
  number int NOT NULL,
  seed text NOT NULL,
  -- Answers with the numbers of their saves, sealed under the member's key: what people answer says something about them.
  answers_sealed text,
  started_at timestamptz NOT NULL,
  submitted_at timestamptz,
  points numeric,
  out_of int,
  percent int,
  passed boolean,
  UNIQUE (member_id, course_id, run, quiz_id, content_id, number),
  CHECK ((submitted_at IS NULL) = (passed IS NULL))
);
-- One attempt at a time.
CREATE UNIQUE INDEX course_attempts_open ON course_attempts (member_id, course_id, run, quiz_id, content_id) WHERE submitted_at IS NULL;

-- Written once per member, course and run, and never changed.
CREATE TABLE course_completions (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL,
  course_id uuid NOT NULL REFERENCES courses (id),
  run int NOT NULL,
  version_id uuid NOT NULL REFERENCES course_versions (id),
  completed_at timestamptz NOT NULL,
  UNIQUE (member_id, course_id, run)
);

-- Answers to repeated requests; see `once` of the service kit.
CREATE TABLE course_requests (
  member_id uuid NOT NULL,
  route text NOT NULL,
  idempotency_key text NOT NULL,
  body_hash text NOT NULL,
  resource_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (member_id, route, idempotency_key)
);
