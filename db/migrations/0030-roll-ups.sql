-- Figures that are kept in step with what happens, so that a dashboard costs the same at ten million cases. Why they
-- look like this stands in docs/decisions/0010-roll-ups.md.

-- Which generation of figures is read. A rebuild fills the next one beside it and then becomes it.
create table rollup_generation (
  id         boolean  primary key default true check (id),
  generation smallint not null default 1
);
insert into rollup_generation default values;
grant select, update on rollup_generation to sawt_app;

-- What each case counts for at this moment. When something happens to a case, the difference between what it counted
-- for and what it counts for now is what the roll-ups are moved by.
create table case_figures (
  generation        smallint    not null,
  case_id           uuid        not null,
  -- As the case stands; '' for none.
  entity            text        not null,
  category          text        not null,
  place             text        not null,
  type              text        not null,
  channel           text        not null,
  -- The import that brought it, '' for our own.
  source            text        not null,
  received_at       timestamptz not null,
  answer_by         timestamptz not null,
  routed_at         timestamptz,
  first_action_at   timestamptz,
  replied_at        timestamptz,
  entity_due        timestamptz,
  -- In imported history the closing stands for the answer where the source knows no other.
  answered_at       timestamptz,
  -- Answered, or ended without an answer.
  closed_at         timestamptz,
  outcome           text        not null,
  merged            boolean     not null,
  objected          boolean     not null,
  bounces           int         not null,
  returns           int         not null,
  reopens           int         not null,
  solved            int,
  respect           int,
  -- Dates of what was promised in an answer, and of those the ones that were done by then.
  promised_on       date[]      not null,
  kept_on           date[]      not null,
  -- Bin of the time to the answer: tenths of a day, rounded. For finding exact percentiles.
  answer_bin        int,
  primary key (generation, case_id)
);
-- What is open and late now, told from what will be.
create index case_figures_open on case_figures (generation, answer_by, entity) where closed_at is null;
create index case_figures_bins on case_figures (generation, answer_bin, entity) where answer_bin is not null;
create index case_figures_received on case_figures (generation, received_at);
grant select, insert, update, delete on case_figures to sawt_app;

-- Counts by the day on which something happened (`happened`), or by the month in which the case was received and as
-- things stand now (`received`). Which dimensions a cube keeps stands in insight/model/cubes.ts; '*' where it keeps none.
create table rollup_cells (
  generation      smallint not null,
  cube            text     not null,
  span            text     not null check (span in ('day', 'month')),
  basis           text     not null check (basis in ('happened', 'received')),
  day             date     not null,
  entity          text     not null,
  category        text     not null,
  place           text     not null,
  type            text     not null,
  channel         text     not null,
  source          text     not null,
  received        int      not null,
  merged          int      not null,
  still_open      int      not null,
  answered        int      not null,
  on_time         int      not null,
  first_right     int      not null,
  entity_answered int      not null,
  entity_on_time  int      not null,
  rated           int      not null,
  solved_sum      int      not null,
  respect_sum     int      not null,
  satisfied       int      not null,
  closed          int      not null,
  closed_late     int      not null,
  refused         int      not null,
  withdrawn       int      not null,
  unanswered      int      not null,
  fell_due        int      not null,
  first_actions   int      not null,
  promised        int      not null,
  promised_kept   int      not null,
  handed          int      not null,
  bounced         int      not null,
  returned        int      not null,
  reopened        int      not null,
  objected        int      not null,
  upheld          int      not null,
  extended        int      not null,
  warned          int      not null,
  to_head         int      not null,
  to_minister     int      not null,
  to_operations   int      not null,
  primary key (generation, cube, span, basis, day, entity, category, place, type, channel, source)
);
create index rollup_cells_by_entity on rollup_cells (generation, cube, span, basis, entity, day);
create index rollup_cells_by_category on rollup_cells (generation, category, span, basis, day) where cube = 'full';

-- Differences of the whole grain that no cell holds yet: only added to, and folded into the cells in batches.
create table rollup_deltas (
  like rollup_cells including defaults
);
alter table rollup_deltas drop column cube, drop column span;
create index rollup_deltas_by_generation on rollup_deltas (generation);

-- Exact histograms: how many took how long. `answer` in tenths of a day, `first-action` in hours, both rounded; they
-- add up, so that medians and percentiles of any selection do too.
create table rollup_durations (
  generation smallint not null,
  cube       text     not null,
  basis      text     not null check (basis in ('happened', 'received')),
  what       text     not null check (what in ('answer', 'first-action')),
  month      date     not null,
  entity     text     not null,
  category   text     not null,
  place      text     not null,
  type       text     not null,
  channel    text     not null,
  source     text     not null,
  bin        int      not null,
  n          int      not null,
  primary key (generation, cube, basis, what, month, entity, category, place, type, channel, source, bin)
);
create index rollup_durations_by_entity on rollup_durations (generation, cube, basis, what, entity, month);

create table rollup_duration_deltas (
  like rollup_durations including defaults
);
alter table rollup_duration_deltas drop column cube;
create index rollup_duration_deltas_by_generation on rollup_duration_deltas (generation);

grant select, insert, update, delete on rollup_cells, rollup_deltas, rollup_durations, rollup_duration_deltas
  to sawt_app;

-- Day by day in the whole grain, what is folded and what is not yet: for whoever reads series.
create view rollup_days as
  select d.day, d.entity, d.category, d.place, d.type, d.channel, d.source, d.received, d.answered, d.on_time, d.closed,
         d.closed_late, d.fell_due
    from rollup_cells d join rollup_generation using (generation)
   where d.cube = 'full' and d.span = 'day' and d.basis = 'happened'
  union all
  select d.day, d.entity, d.category, d.place, d.type, d.channel, d.source, d.received, d.answered, d.on_time, d.closed,
         d.closed_late, d.fell_due
    from rollup_deltas d join rollup_generation using (generation)
   where d.basis = 'happened';
grant select on rollup_days to sawt_app;

-- A rebuild has a cursor of its own, which goes when the figures take over.
grant delete on feed_cursors to sawt_app;
