-- Answers to repeated requests are forgotten after a week.
CREATE INDEX badge_requests_created ON badge_requests USING brin (created_at);
