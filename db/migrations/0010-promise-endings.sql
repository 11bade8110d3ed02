-- Who ended a promise without starting the next: a rule of a category or an entity that is no longer special.
alter table promises add column ended_by uuid;
