-- Outbox, inbox, attempts and dead letters of one database. PostgreSQL is the record, JetStream the carrier (ADR 0005).
-- messaging-grant outbox: insert
-- messaging-grant aggregates: select, insert, update
-- messaging-grant inbox: select, insert
-- messaging-grant attempts: select, insert, update, delete
-- messaging-grant dead_letters: select, insert, update
-- owner-grant outbox to event: select, update, delete
-- owner-grant streams to event: select, insert, update
-- owner-grant attempts to event: select
-- owner-grant dead_letters to event: select, update
-- owner-grant tend_partitions(keep_days integer) to event: execute

-- Partitions by day are made ahead by the relay (messaging.tend_partitions); rows of a day without one go to the default.
CREATE TABLE messaging.outbox (
  id bigserial NOT NULL,
  event_id uuid NOT NULL,
  service text NOT NULL,
  territory text NOT NULL,
  target text,
  scope text NOT NULL CHECK (scope IN ('territory', 'global', 'cross')),
  event text NOT NULL,
  aggregate text NOT NULL,
  seq bigint NOT NULL,
  payload jsonb NOT NULL,
  traceparent text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  sent_at timestamptz
) PARTITION BY RANGE (created_at);
CREATE TABLE messaging.outbox_default PARTITION OF messaging.outbox DEFAULT;
CREATE INDEX outbox_unsent ON messaging.outbox (id) WHERE sent_at IS NULL;
CREATE INDEX outbox_by_event ON messaging.outbox (event_id);

-- The row lock taken here until commit makes commit order and seq order of an aggregate one and the same.
CREATE TABLE messaging.aggregates (
  territory text NOT NULL,
  aggregate text NOT NULL,
  last_seq bigint NOT NULL,
  PRIMARY KEY (territory, aggregate)
) WITH (fillfactor = 70);

-- Event ids are UUIDv7, so a range of ids is a range of time: partitions by day of the event, and unique over all of them.
CREATE TABLE messaging.inbox (
  consumer text NOT NULL,
  event_id uuid NOT NULL,
  handled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (consumer, event_id)
) PARTITION BY RANGE (event_id);
CREATE TABLE messaging.inbox_default PARTITION OF messaging.inbox DEFAULT;

CREATE TABLE messaging.attempts (
  consumer text NOT NULL,
  event_id uuid NOT NULL,
  count int NOT NULL,
  next_at timestamptz NOT NULL,
  last_error text NOT NULL,
  PRIMARY KEY (consumer, event_id)
);

CREATE TABLE messaging.dead_letters (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  consumer text NOT NULL,
  event_id uuid NOT NULL,
  territory text NOT NULL,
  event text NOT NULL,
  aggregate text NOT NULL,
  seq bigint NOT NULL,
  event_time timestamptz NOT NULL,
  traceparent text,
  payload jsonb NOT NULL,
  reason text NOT NULL,
  failed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  redriven_at timestamptz,
  handled_at timestamptz,
  discarded_at timestamptz,
  UNIQUE (consumer, event_id)
);
CREATE INDEX dead_letters_open ON messaging.dead_letters (consumer, id) WHERE handled_at IS NULL AND discarded_at IS NULL;

-- What the relay knows of the streams it fills; another creation time means that the store was deleted or made anew.
CREATE TABLE messaging.streams (
  name text PRIMARY KEY,
  created text NOT NULL,
  last_seq bigint NOT NULL DEFAULT 0
);

ALTER TABLE messaging.outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE messaging.aggregates ENABLE ROW LEVEL SECURITY;
ALTER TABLE messaging.inbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE messaging.attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE messaging.dead_letters ENABLE ROW LEVEL SECURITY;

-- my_territory() is 'global' for a service's global-scope role, which stands for every territory. The migrator adds what the
-- owner-grants above say: the event service (relay, audit, dead-letter page) reads all rows.
CREATE FUNCTION messaging.may_act_for(territory text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT b.territory IN ('global', may_act_for.territory) FROM messaging.role_bindings b WHERE b.role_name = session_user
$$;
CREATE POLICY publish ON messaging.outbox FOR INSERT WITH CHECK (service = (SELECT messaging.my_service()) AND messaging.may_act_for(territory));
CREATE POLICY own ON messaging.aggregates USING (messaging.may_act_for(territory));
CREATE POLICY own ON messaging.inbox USING (consumer = (SELECT messaging.my_service()));
CREATE POLICY own ON messaging.attempts USING (consumer = (SELECT messaging.my_service()));
CREATE POLICY own ON messaging.dead_letters USING (consumer = (SELECT messaging.my_service()) AND messaging.may_act_for(territory));

CREATE FUNCTION messaging.first_id_of(day timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT (lpad(to_hex((extract(epoch FROM day) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- Makes the partitions of the coming days and drops those past their time. `keep_days` is the streams' max age; the outbox
-- lives two days longer, the inbox eight. A day with unsent rows is never dropped. Each step needs a short exclusive lock:
-- rather than queue behind a long transaction, and make every writer queue behind itself, it is left to the next call.
CREATE FUNCTION messaging.tend_partitions(keep_days integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog SET lock_timeout = '300ms' AS $$
DECLARE
  day timestamptz;
  part text;
  command text;
  unsent boolean;
BEGIN
  keep_days := greatest(keep_days, 1);
  FOR i IN 0..3 LOOP
    day := date_trunc('day', now(), 'UTC') + i * interval '1 day';
    part := to_char(day AT TIME ZONE 'UTC', 'YYYYMMDD');
    FOREACH command IN ARRAY ARRAY[
      format('CREATE TABLE IF NOT EXISTS messaging.%I PARTITION OF messaging.outbox FOR VALUES FROM (%L) TO (%L)', 'outbox_' || part, day, day + interval '1 day'),
      format('CREATE TABLE IF NOT EXISTS messaging.%I PARTITION OF messaging.inbox FOR VALUES FROM (%L) TO (%L)',
        'inbox_' || part, messaging.first_id_of(day), messaging.first_id_of(day + interval '1 day'))] LOOP
      BEGIN
        IF to_regclass('messaging.' || split_part(split_part(command, 'messaging.', 2), ' ', 1)) IS NULL THEN EXECUTE command; END IF;
      EXCEPTION
        WHEN check_violation THEN NULL; -- the default partition already holds rows of that day: they stay there
        WHEN lock_not_available THEN NULL;
      END;
    END LOOP;
  END LOOP;
  FOR part IN SELECT c.relname FROM pg_class c JOIN pg_inherits h ON h.inhrelid = c.oid
    WHERE h.inhparent IN ('messaging.outbox'::regclass, 'messaging.inbox'::regclass) AND c.relname ~ '_\d{8}$' LOOP
    day := to_date(right(part, 8), 'YYYYMMDD')::timestamp AT TIME ZONE 'UTC';
    CONTINUE WHEN day >= now() - (keep_days + CASE WHEN part LIKE 'inbox%' THEN 9 ELSE 3 END) * interval '1 day';
    BEGIN
      unsent := false;
      IF part LIKE 'outbox%' THEN EXECUTE format('SELECT EXISTS (SELECT FROM messaging.%I WHERE sent_at IS NULL)', part) INTO unsent; END IF;
      IF NOT unsent THEN EXECUTE format('DROP TABLE messaging.%I', part); END IF;
    EXCEPTION WHEN lock_not_available THEN NULL;
    END;
  END LOOP;
  DELETE FROM messaging.outbox_default WHERE sent_at IS NOT NULL AND created_at < now() - (keep_days + 3) * interval '1 day';
  DELETE FROM messaging.inbox_default WHERE event_id < messaging.first_id_of(now() - (keep_days + 9) * interval '1 day');
  DELETE FROM messaging.attempts WHERE next_at < now() - (keep_days + 9) * interval '1 day';
END $$;
SELECT messaging.tend_partitions(7);
