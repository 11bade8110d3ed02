-- What the operations room reads every second or so. Empty when a case is submitted, so nobody pays for it there.

-- What has climbed its ladder and is not closed: how much is late, at which rung, at whom.
create index cases_climbed on cases (clock, entity_id) include (climbed) where stage <> 'closed' and climbed <> '{}';

-- Escalations, the latest first.
create index case_events_escalated on case_events (at desc) where step = 'escalate';
