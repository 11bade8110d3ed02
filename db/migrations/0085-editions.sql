-- What was published of a quarter. An edition is written once: if the numbers followed every late event, whoever kept
-- yesterday's file would learn from the difference what one single case did.
create table published_quarters (
  period   text        not null,
  edition  int         not null,
  made_at  timestamptz not null,
  -- Cases of the quarter as they were counted: an import that brings many more makes another edition.
  received bigint      not null,
  -- As everybody may read it.
  shown    jsonb       not null,
  -- As it was counted, so that the next edition can be held against it. Never published.
  counted  jsonb       not null,
  primary key (period, edition)
);
grant select, insert on published_quarters to sawt_app;
