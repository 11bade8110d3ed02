-- Freezing a month reads what lived in it and nothing else, however long the history is.
-- Cases that are closed, by when: the open ones are few and have an index of their own.
create index cases_closed on cases (closed_at, received_at) where stage = 'closed' and source is null;
-- Cases that another system brought, by the moment at which their promise was kept or missed. Whoever ends without an
-- answer before the date has neither.
create index cases_imported_judged on cases (least(coalesce(answered_at, closed_at), entity_due))
  where source is not null and entity_due is not null;
-- Promised actions by their day, done or not.
create index promised_actions_due on promised_actions (due_on, case_id);

-- Replies drawn so that a person has enough for a score; they say nothing of the entity, whose sample is drawn before
-- and without regard to persons.
alter table evaluation_sampled add column person_only boolean not null default false,
  add check (not person_only or staff_id is not null);
