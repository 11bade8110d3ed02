-- The ladder that nothing escapes: which missed moment tells whom. Data, edited by an administrator.
create table ladder_rungs (
  id                text    primary key,
  clock             text    not null check (clock in ('routing', 'first-action', 'reply', 'verification',
                                                      'release', 'objection-review')),
  -- A share of the working time, or working days after the date; exactly one of the two.
  share             numeric check (share > 0 and share < 1),
  working_days_late int     check (working_days_late between 0 and 60),
  tells             text[]  not null check (cardinality(tells) > 0),
  active            boolean not null default true,
  changed_by        uuid,
  changed_at        timestamptz not null default now(),
  check ((share is null) <> (working_days_late is null)),
  -- A case remembers climbed rungs by id, and forgets those of a clock that starts anew.
  check (starts_with(id, clock || '/'))
);
grant select, insert, update on ladder_rungs to sawt_app;

insert into ladder_rungs (id, clock, share, working_days_late, tells) values
  ('reply/warning',              'reply',            0.8,  null, '{handler,liaison}'),
  ('reply/head',                 'reply',            null, 0,    '{head}'),
  ('reply/minister',             'reply',            null, 2,    '{minister}'),
  ('reply/operations',           'reply',            null, 5,    '{operator}'),
  -- Forty-eight hours without any act go up a rung at once.
  ('first-action/head',          'first-action',     null, 0,    '{liaison,head}'),
  ('routing/warning',            'routing',          0.8,  null, '{reviewer}'),
  ('routing/operations',         'routing',          null, 0,    '{reviewer,operator}'),
  ('verification/warning',       'verification',     0.8,  null, '{reviewer}'),
  ('verification/operations',    'verification',     null, 0,    '{reviewer,operator}'),
  ('release/warning',            'release',          0.8,  null, '{releaser}'),
  ('release/operations',         'release',          null, 0,    '{releaser,operator}'),
  ('objection-review/warning',   'objection-review', 0.8,  null, '{reviewer,releaser}'),
  ('objection-review/operations','objection-review', null, 0,    '{reviewer,operator}');

-- Since when the clocks run, which rungs were climbed, and when something must happen next: one indexed
-- column that workers sweep, never a job per timer.
alter table cases
  add column clock_since  timestamptz,
  add column entity_since timestamptz,
  add column climbed      text[] not null default '{}',
  add column next_act_at  timestamptz;
drop index cases_time_acts;
create index cases_next_act on cases (next_act_at) where next_act_at is not null;
