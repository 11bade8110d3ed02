-- What a change of a calendar moved, for each entity: how many of its open cases, and the date that is now the nearest.
-- Counted together with the cases themselves, and told to the entity once when all of them are counted. Who was told
-- stands with their notices.
create table recounts (
  calendar_id text        not null references calendars,
  version     int         not null,
  entity_id   text        not null references entities,
  moved       int         not null,
  nearest     timestamptz not null,
  counted_at  timestamptz not null,
  told_at     timestamptz,
  primary key (calendar_id, version, entity_id)
);
create index recounts_untold on recounts (calendar_id) where told_at is null;
grant select, insert, update on recounts to sawt_app;
