-- What happened to problems lately, so that whoever is concerned is told.
create index problem_events_by_time on problem_events (at);
