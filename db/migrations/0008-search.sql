-- What the desk searches: filled from the event feed, so that a submission does not pay for it.
-- Terms come normalised and stemmed from language/, the same way for text and query; a stored vector,
-- because PostgreSQL would stem an indexed expression again row by row.
create table case_search (
  case_id   uuid     primary key,
  entity_id text,
  open      boolean  not null default true,
  terms     tsvector not null
);
create index case_search_terms on case_search using gin (terms);
grant select, insert, update, delete on case_search to sawt_app;
