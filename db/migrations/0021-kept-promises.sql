-- What was promised and is not done, by its date: the desk's list of promised actions.
create index promised_actions_open on promised_actions (due_on, case_id, number) where done_at is null;
-- A reply that was returned and written anew may promise less: what it no longer promises is owed by nobody.
grant delete on promised_actions to sawt_app;

-- Colleagues who want to hear of a case.
create table case_watchers (
  case_id  uuid        not null references cases,
  staff_id uuid        not null references staff,
  since    timestamptz not null,
  -- The last event that they had before their eyes; they hear of those after it.
  after    int         not null,
  primary key (case_id, staff_id)
);
create index case_watchers_of_staff on case_watchers (staff_id);
grant select, insert, delete on case_watchers to sawt_app;
