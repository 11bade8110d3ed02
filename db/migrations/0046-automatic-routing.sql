-- Routing without a person, where an entity allows it and the words are clear.
-- From which confidence on, null for never; and which share of such cases a person decides all the same.
alter table entities
  add column route_above real check (route_above between 0.5 and 1),
  add column route_checked real not null default 0.1 check (route_checked between 0 and 1);

-- Whether the entity that has the case was found without a person: then the resident may object to that.
alter table cases add column automatic boolean not null default false;
