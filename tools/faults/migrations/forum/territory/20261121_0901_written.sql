-- What the writer did, in the same transaction as the event: the other half of the proof.
CREATE TABLE written (event_id uuid PRIMARY KEY, aggregate text NOT NULL);
