create table sectors (
  id      text primary key,
  name_ar text not null,
  name_en text not null
);

create table entities (
  id            text        primary key,
  name_ar       text        not null,
  name_en       text        not null,
  sector_id     text        references sectors,
  -- contacted, training, pilot, joined: the central office acts for whoever has not joined.
  onboarding    text        not null default 'contacted'
                check (onboarding in ('contacted', 'training', 'pilot', 'joined')),
  calendar_id   text        not null references calendars,
  contact_email text,
  contact_phone text,
  -- The central office itself, which answers inquiries of its own and has every orphan.
  central       boolean     not null default false,
  active        boolean     not null default true,
  -- The import that brought it, if one did.
  source        text,
  created_at    timestamptz not null default now()
);
create unique index one_central_office on entities (central) where central;

create table units (
  id         text    primary key,
  entity_id  text    not null references entities,
  name_ar    text    not null,
  name_en    text    not null,
  active     boolean not null default true
);
create index units_of_entity on units (entity_id);

create table categories (
  id        text    primary key,
  name_ar   text    not null,
  name_en   text    not null,
  sector_id text    references sectors,
  urgency   text    not null default 'normal',
  -- Who usually answers; null when it depends on the text or the place.
  entity_id text    references entities,
  -- Everyday phrases that suggestions are trained on: {"ar": [...], "en": [...]}.
  phrases   jsonb   not null default '{}',
  active    boolean not null default true,
  source    text
);

-- Places people choose from: governorates, cities, areas.
create table places (
  id        text primary key,
  parent_id text references places,
  level     text not null,
  name_ar   text not null,
  name_en   text not null
);

grant select, insert, update on sectors, entities, units, categories, places to sawt_app;
