-- Answers to repeated requests are forgotten after a week.
CREATE INDEX files_requests_created ON files_requests USING brin (created_at);
