-- When the resident was told of a promised action: with the release of the reply that promises it. Until then a reply
-- that is returned and written anew replaces what it promised; from then on the promise stays, whatever follows.
alter table promised_actions add column told_at timestamptz;
update promised_actions p set told_at = coalesce(c.answered_at, e.at)
  from cases c
  left join lateral (select max(at) as at from case_events where case_id = c.id and step = 'release') e on true
 where c.id = p.case_id and (c.answered_at is not null or p.done_at is not null);
