-- The month's evaluation of entities and staff. Why it looks like this stands in docs/decisions/0015-evaluation.md.
-- Everything here is written once: what somebody was rated by stays what it was. A month that is counted anew becomes
-- another version with its reason.
create table evaluation_versions (
  -- The first day of the month.
  month     date        not null check (extract(day from month) = 1),
  version   int         not null check (version > 0),
  -- The month ended; objections and quality reviews are in; somebody asked, and says why.
  reason    text        not null check (reason in ('month-over', 'settled', 'asked')),
  note      text,
  frozen_at timestamptz not null,
  frozen_by uuid        references staff,
  -- The weights that it was counted with.
  formula   jsonb       not null,
  primary key (month, version),
  check ((reason = 'asked') = (note is not null and frozen_by is not null))
);

create table evaluation_cards (
  id         uuid  primary key,
  month      date  not null,
  version    int   not null,
  entity_id  text  not null references entities,
  -- Null: the card of the entity itself.
  staff_id   uuid  references staff,
  -- Entities are compared only within their group; people with nobody.
  size_group text,
  card       jsonb not null,
  foreign key (month, version) references evaluation_versions,
  unique nulls not distinct (month, version, entity_id, staff_id),
  check ((staff_id is null) = (size_group is not null))
);
create index evaluation_cards_of_staff on evaluation_cards (staff_id, month) where staff_id is not null;

-- What the rated say to it: stands beside the version it was said to.
create table evaluation_comments (
  id         uuid        primary key,
  card_id    uuid        not null references evaluation_cards,
  said_by    uuid        not null references staff,
  said_at    timestamptz not null,
  said       text        not null
);
create index evaluation_comments_of_card on evaluation_comments (card_id);

-- Released replies drawn for review. Whoever has the seed, which did not exist before the month was over, draws the same.
create table evaluation_samples (
  month    date        not null,
  seed     text        not null,
  drawn_at timestamptz not null,
  primary key (month)
);
create table evaluation_sampled (
  case_id   uuid not null,
  -- The event in which the reply was written.
  seq       int  not null,
  month     date not null references evaluation_samples,
  -- To whom the reply is credited.
  entity_id text not null references entities,
  staff_id  uuid references staff,
  -- Where that person works: the central office answers for others.
  staff_at  text references entities,
  primary key (case_id, seq),
  check ((staff_id is null) = (staff_at is null)),
  foreign key (case_id, seq) references case_events
);
create index evaluation_sampled_by_month on evaluation_sampled (month);
create table evaluation_reviews (
  case_id     uuid        not null,
  seq         int         not null,
  reviewed_by uuid        not null references staff,
  reviewed_at timestamptz not null,
  points      int         not null check (points between 0 and 4),
  outcome     int         not null check (outcome between 0 and 4),
  next_step   int         not null check (next_step between 0 and 4),
  tone        int         not null check (tone between 0 and 4),
  language    int         not null check (language between 0 and 4),
  primary key (case_id, seq),
  foreign key (case_id, seq) references evaluation_sampled
);

-- Who took evaluations of people along, and how many.
create table evaluation_exports (
  id          uuid        primary key,
  exported_by uuid        not null references staff,
  exported_at timestamptz not null,
  month       date        not null,
  version     int         not null,
  cards       int         not null
);

grant select, insert on evaluation_versions, evaluation_cards, evaluation_comments, evaluation_samples,
  evaluation_sampled, evaluation_reviews, evaluation_exports to sawt_app;
