-- Answers to repeated requests are forgotten after a week.
CREATE INDEX course_requests_created ON course_requests USING brin (created_at);
