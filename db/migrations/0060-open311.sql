-- Cases that came in by Open311 are listed by their day, for the programs that sent them; few among all.
create index cases_by_open311 on cases (received_at desc) where channel = 'open311';
