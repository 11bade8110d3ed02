-- What the service has published for everybody: answers and guides, in both languages, each with an owner and a
-- day on which it is to be looked at again. Residents see the version that was published, never a later draft.
create table articles (
  id           uuid        primary key,
  -- In addresses; never changes, so that links in answers stay good.
  slug         text        not null unique check (slug ~ '^[a-z0-9-]{3,80}$'),
  state        text        not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  -- Who answers for it; null is the central office.
  entity_id    text,
  category_id  text,
  -- The last version that was written, and the one that residents see.
  version      int         not null,
  published    int,
  review_on    date        not null,
  -- The case whose answer it began with, for the record; never shown to residents.
  from_case    uuid,
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  published_at timestamptz,
  check ((state = 'published') <= (published is not null))
);
create index articles_by_review on articles (review_on) where state <> 'withdrawn';

-- Written once each, so that what was told to people at any time can be shown.
create table article_versions (
  article_id uuid        not null references articles,
  version    int         not null,
  title_ar   text        not null,
  title_en   text        not null,
  -- The answer in a few sentences: what the chatbot says.
  answer_ar  text        not null,
  answer_en  text        not null,
  body_ar    text        not null,
  body_en    text        not null,
  -- How people ask for it, one a line, in both languages and in dialect.
  asked      text        not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (article_id, version)
);

-- What residents search: filled when an article is published, emptied when it is withdrawn. Terms come normalised
-- and stemmed from language/; letters are the normalised titles and questions, for trigrams where spelling differs.
create table article_search (
  article_id uuid     primary key references articles,
  terms      tsvector not null,
  letters    text     not null
);
create index article_search_terms on article_search using gin (terms);
create index article_search_letters on article_search using gin (letters gin_trgm_ops);

-- "Was this helpful": one answer from each browser to each version. Only the hash of the browser's secret is kept.
create table article_votes (
  article_id uuid        not null references articles,
  version    int         not null,
  voter      bytea       not null,
  helpful    boolean     not null,
  at         timestamptz not null,
  primary key (article_id, version, voter)
);

grant select, insert, update on articles, article_votes to sawt_app;
grant select, insert on article_versions to sawt_app;
grant select, insert, update, delete on article_search to sawt_app;
