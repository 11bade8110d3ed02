-- What stood open at the end of a month that is over: cases received before it that ended after it. Most cases end in
-- the month in which they came and never stand over any month's end, so they are left out; fourteen hours on either
-- side hold for every zone that there is, and the query says the same words. Among a million cases of two years, asked
-- about the eleventh month back, for the nation: 53 ms instead of 564 in one run, for 26 MB more of indexes.
create index case_figures_stood on case_figures (generation, closed_at)
  include (received_at, answer_by, entity, category, place, type, channel, source, case_id)
  where closed_at is not null
    and date_trunc('month', (least(received_at, answer_by) at time zone 'UTC') - interval '14 hours')
        <> date_trunc('month', (closed_at at time zone 'UTC') + interval '14 hours');
