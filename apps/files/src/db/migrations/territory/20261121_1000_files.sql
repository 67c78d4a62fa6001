-- Files of a territory's members: what was sent (uploads), what is stored (blobs), and the keys of what is not public.
-- personal: files_uploads
-- personal: files_keys
-- personal: files_chunks
-- personal: files_requests

-- Every upload has a random key, wrapped by the territory's. It seals the name, the chunks on their way and, unless the file is
-- public, its content. Deleting the row erases all of them, wherever their ciphertext is.
CREATE TABLE files_keys (
  key_id uuid PRIMARY KEY,
  wrapped text NOT NULL
);

CREATE TABLE files_uploads (
  file_id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('avatar', 'course_cover', 'lesson_media')),
  class text NOT NULL CHECK (class IN ('private', 'public')),
  -- An erased row stays as a tombstone: an id, no name, no key, no content.
  state text NOT NULL DEFAULT 'receiving' CHECK (state IN ('receiving', 'ready', 'refused', 'erased')),
  name_sealed text,
  alt_sealed text,
  byte_length int NOT NULL CHECK (byte_length > 0),
  sha256 text,
  received int NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND byte_length),
  -- The problem that a refused file is answered with.
  refusal jsonb,
  stored_bytes int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  -- Null while something uses the file.
  unused_since timestamptz,
  CHECK ((state = 'erased') = (name_sealed IS NULL)),
  CHECK ((state = 'refused') = (refusal IS NOT NULL))
);
CREATE INDEX files_uploads_of_owner ON files_uploads (owner_id, file_id) WHERE state <> 'erased';
CREATE INDEX files_uploads_unfinished ON files_uploads (created_at) WHERE state IN ('receiving', 'refused');
CREATE INDEX files_uploads_unused ON files_uploads (unused_since) WHERE state = 'ready' AND unused_since IS NOT NULL;

-- What has arrived of unfinished uploads, as ciphertext: in one transaction with the count of what is acknowledged.
CREATE TABLE files_chunks (
  file_id uuid NOT NULL REFERENCES files_uploads (file_id),
  starts_at int NOT NULL CHECK (starts_at >= 0),
  bytes int NOT NULL CHECK (bytes > 0),
  sealed bytea NOT NULL,
  PRIMARY KEY (file_id, starts_at)
);
-- Ciphertext does not compress.
ALTER TABLE files_chunks ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- Content by CID. ref_count is the number of stored sizes that refer to it, kept in the transactions that add and remove them.
CREATE TABLE files_blobs (
  cid text PRIMARY KEY,
  class text NOT NULL CHECK (class IN ('private', 'public')),
  ref_count int NOT NULL DEFAULT 0 CHECK (ref_count >= 0),
  -- As stored; of private content that is the ciphertext.
  bytes int NOT NULL,
  -- The key in files_keys that opens it; once that row is gone, nobody can.
  key_id uuid,
  created_at timestamptz NOT NULL,
  -- Since when nothing refers to it; removed after a grace period.
  unpinned_at timestamptz,
  CHECK ((class = 'private') = (key_id IS NOT NULL)),
  CHECK ((ref_count = 0) = (unpinned_at IS NOT NULL))
);
CREATE INDEX files_blobs_unpinned ON files_blobs (unpinned_at) WHERE unpinned_at IS NOT NULL;

-- The blocks of a blob, by multihash (base32): different content may share some.
CREATE TABLE files_blocks (
  cid text NOT NULL REFERENCES files_blobs (cid) ON DELETE CASCADE,
  block text NOT NULL,
  PRIMARY KEY (cid, block)
);
CREATE INDEX files_blocks_block ON files_blocks (block);

CREATE TABLE files_variants (
  file_id uuid NOT NULL REFERENCES files_uploads (file_id),
  size text NOT NULL CHECK (size IN ('small', 'medium', 'large')),
  cid text NOT NULL REFERENCES files_blobs (cid),
  width int NOT NULL,
  height int NOT NULL,
  -- Of the content itself.
  bytes int NOT NULL,
  PRIMARY KEY (file_id, size)
);
CREATE INDEX files_variants_cid ON files_variants (cid);

CREATE TABLE files_uses (
  file_id uuid NOT NULL REFERENCES files_uploads (file_id),
  used_by text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (file_id, used_by)
);
CREATE INDEX files_uses_used_by ON files_uses (used_by);

-- Public content that its last owner erased.
CREATE TABLE files_tombstones (
  cid text PRIMARY KEY,
  erased_at timestamptz NOT NULL
);

-- Answers to repeated requests; see `once` of the service kit.
CREATE TABLE files_requests (
  member_id uuid NOT NULL,
  route text NOT NULL,
  idempotency_key text NOT NULL,
  body_hash text NOT NULL,
  resource_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (member_id, route, idempotency_key)
);
