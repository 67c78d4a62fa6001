-- Badges of this territory, who holds which, and how each came. People are ids; what was written about them is sealed under their key.
-- personal: user_badges
-- personal: user_badge_grants
-- personal: badge_member_keys
-- personal: badge_requests
-- grant badge_definitions: select, insert
-- grant user_badges: select, insert, update
-- grant user_badge_grants: select, insert, update

-- As in the global schema, and with who changed it.
CREATE TABLE badge_definitions (
  badge text NOT NULL,
  version int NOT NULL CHECK (version > 0),
  state text NOT NULL CHECK (state IN ('draft', 'active', 'archived')),
  level int NOT NULL DEFAULT 1 CHECK (level BETWEEN 1 AND 9),
  name jsonb NOT NULL,
  about jsonb NOT NULL,
  criteria jsonb NOT NULL,
  icon text NOT NULL,
  colour text NOT NULL,
  valid_days int CHECK (valid_days BETWEEN 1 AND 3650),
  renew_from_days int NOT NULL DEFAULT 0 CHECK (renew_from_days BETWEEN 0 AND 365),
  prerequisites jsonb,
  by_hand boolean NOT NULL,
  defined_at timestamptz NOT NULL,
  defined_by uuid NOT NULL,
  PRIMARY KEY (badge, version),
  CONSTRAINT badge_definitions_key CHECK (badge ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' AND length(badge) <= 60)
);

-- Published courses that give a badge, as the course service tells; the last version of each counts.
CREATE TABLE badge_courses (
  course_id uuid PRIMARY KEY,
  badge text NOT NULL,
  level int NOT NULL,
  prerequisites jsonb,
  published_at timestamptz NOT NULL
);

-- The row lock puts all changes of one member's badges in order. Setting the key to null erases every reason written about the member.
CREATE TABLE badge_member_keys (
  member_id uuid PRIMARY KEY,
  wrapped text
);

-- What a member holds: one row for a badge at a level and place, from its first award until it is taken back. Renewing moves its end.
CREATE TABLE user_badges (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES badge_member_keys (member_id),
  badge text NOT NULL,
  level int NOT NULL CHECK (level BETWEEN 1 AND 9),
  -- Where it counts; at home, or another territory of the same sovereign.
  territory text NOT NULL,
  definition_version int NOT NULL,
  awarded_at timestamptz NOT NULL,
  renewed_at timestamptz,
  expires_at timestamptz,
  -- The next instant at which its holder must be told something about its end.
  due_at timestamptz,
  -- Of the latest grant.
  source text NOT NULL CHECK (source IN ('course', 'hand')),
  course_id uuid,
  by_id uuid,
  reason_sealed text,
  revoked_at timestamptz,
  revoked_by uuid,
  revoked_reason_sealed text,
  CONSTRAINT user_badges_told CHECK (due_at <= expires_at AND (revoked_at IS NULL OR due_at IS NULL))
);
CREATE UNIQUE INDEX user_badges_held ON user_badges (member_id, badge, level, territory) WHERE revoked_at IS NULL;
CREATE INDEX user_badges_of_member ON user_badges (member_id, id DESC);
CREATE INDEX user_badges_of_badge ON user_badges (badge, id DESC);
CREATE INDEX user_badges_due ON user_badges (due_at) WHERE due_at IS NOT NULL;

-- Everything that gave or renewed a badge. A completion that cannot give it yet waits here: `award_id` is null until it can.
CREATE TABLE user_badge_grants (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES badge_member_keys (member_id),
  badge text NOT NULL,
  level int NOT NULL,
  territory text NOT NULL,
  source text NOT NULL CHECK (source IN ('course', 'hand')),
  completion_id uuid UNIQUE,
  course_id uuid,
  by_id uuid,
  reason_sealed text,
  granted_at timestamptz NOT NULL,
  award_id uuid REFERENCES user_badges (id),
  expires_at timestamptz,
  -- The definition's version at which a waiting completion was looked at last.
  looked_version int NOT NULL DEFAULT 0,
  CHECK ((source = 'course') = (completion_id IS NOT NULL))
);
CREATE INDEX user_badge_grants_waiting ON user_badge_grants (member_id, id) WHERE award_id IS NULL;
CREATE INDEX user_badge_grants_waiting_for ON user_badge_grants (badge, looked_version) WHERE award_id IS NULL;
CREATE INDEX user_badge_grants_of_award ON user_badge_grants (award_id);

-- Answers to repeated requests; see `once` of the service kit.
CREATE TABLE badge_requests (
  member_id uuid NOT NULL,
  route text NOT NULL,
  idempotency_key text NOT NULL,
  body_hash text NOT NULL,
  resource_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (member_id, route, idempotency_key)
);
