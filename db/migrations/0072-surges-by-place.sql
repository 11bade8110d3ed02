-- Alerts that know whose cases they are about, and what was said of them. Why so: docs/decisions/0014-forecasts.md.

-- A category in one governorate is watched as well; its key is CATEGORY/GOVERNORATE.
alter table expectations drop constraint expectations_dimension_check;
alter table expectations add constraint expectations_dimension_check
  check (dimension in ('nation', 'entity', 'category', 'place', 'category-place'));
alter table surges drop constraint surges_dimension_check;
alter table surges add constraint surges_dimension_check
  check (dimension in ('nation', 'entity', 'category', 'place', 'category-place'));

-- Cases that narrower alerts explain, beside those that this one is about.
alter table surges add column explained int not null default 0;
-- Whoever holds most of the cases, told of it beside the operations room; and whether they hold all of them, so that
-- they may read every subject that its words come from.
alter table surges add column holder text references entities;
alter table surges add column alone boolean not null default false;
-- What was last said of it, so that it is said again only when it has grown; null while nobody has been told.
alter table surges add column told_at timestamptz;
alter table surges add column told_excess double precision;
