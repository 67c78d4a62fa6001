-- One vote a member and post, counted into the post by the transaction that casts it. Who voted how is for the voter alone.
-- personal: forum_votes
-- personal: forum_vote_days

-- Room to count a vote beside the row's old version.
ALTER TABLE forum_posts SET (fillfactor = 90);
ALTER TABLE forum_posts ADD score int NOT NULL DEFAULT 0;

CREATE TABLE forum_votes (
  post_id uuid NOT NULL REFERENCES forum_posts (id),
  member_id uuid NOT NULL,
  value smallint NOT NULL CHECK (value IN (-1, 1)),
  cast_at timestamptz NOT NULL,
  PRIMARY KEY (post_id, member_id)
);

-- How many votes a member has cast on a day; the row is what the daily limit acts on.
CREATE TABLE forum_vote_days (
  member_id uuid NOT NULL,
  day date NOT NULL,
  votes_cast int NOT NULL,
  PRIMARY KEY (member_id, day)
);

-- Sets every score anew from the votes, and answers how many were wrong. Nothing needs it in the ordinary course of things.
CREATE FUNCTION forum_recount_scores() RETURNS bigint LANGUAGE sql AS $$
  WITH wrong AS (
    SELECT post.id, coalesce(counted.score, 0) AS score
    FROM forum_posts post
    LEFT JOIN (SELECT post_id, sum(value)::int AS score FROM forum_votes GROUP BY post_id) counted ON counted.post_id = post.id
    WHERE post.score <> coalesce(counted.score, 0)
    ORDER BY post.id
    FOR NO KEY UPDATE OF post
  ), mended AS (
    UPDATE forum_posts post SET score = wrong.score FROM wrong WHERE post.id = wrong.id RETURNING 1
  )
  SELECT count(*) FROM mended
$$;
