-- What the consumer did. No constraint keeps a second effect out: the checker must be able to see one.
CREATE TABLE effects (n bigserial PRIMARY KEY, event_id uuid NOT NULL, aggregate text NOT NULL, seq bigint NOT NULL);
