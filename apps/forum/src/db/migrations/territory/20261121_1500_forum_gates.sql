-- Who may do what in a category: one gate (see libs/contracts kernel/gates.ts) for each action. Whoever does anything must also pass `gate_read`.
-- grant forum_categories: select, insert, update

ALTER TABLE forum_categories
  ADD gate_read jsonb NOT NULL DEFAULT '{"rule":"everyone"}',
  ADD gate_reply jsonb NOT NULL DEFAULT '{"rule":"member"}',
  ADD gate_create jsonb NOT NULL DEFAULT '{"rule":"member"}',
  ADD gate_vote jsonb NOT NULL DEFAULT '{"rule":"member"}',
  ADD gate_moderate jsonb NOT NULL DEFAULT '{"rule":"any","of":[{"rule":"badge","badge":"moderator","from":"above"},{"rule":"badge","badge":"territory-manager","from":"above"}]}',
  ADD revision int NOT NULL DEFAULT 1,
  -- Putting categories in another order swaps places within one transaction.
  DROP CONSTRAINT forum_categories_position_key,
  ADD CONSTRAINT forum_categories_position UNIQUE (position) DEFERRABLE INITIALLY DEFERRED;

-- Answers to repeated requests are forgotten after a week.
CREATE INDEX forum_requests_created ON forum_requests USING brin (created_at);

INSERT INTO forum_categories (id, slug, name_en, name_da, about_en, about_da, position, gate_reply, gate_create) VALUES
  ('01900000-0000-7000-9000-000000000005', 'hosts', 'Community hosts', 'Samtaleværter',
   'For those who look after conversations: how was it, what worked, who needs a hand? Everyone may read along; writing takes the course.',
   'For dem, der passer på samtalerne: Hvordan gik det, hvad virkede, hvem har brug for en hånd? Alle må læse med; at skrive kræver kurset.',
   (SELECT coalesce(max(position), 0) + 1 FROM forum_categories),
   '{"rule":"badge","badge":"community-host"}', '{"rule":"badge","badge":"community-host"}');
