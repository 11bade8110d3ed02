-- Conversations with the chatbot and, where somebody asks for one, with a person of the contact centre.
-- They are erased some time after their last word (knowledge/model/keeping.ts); cases made of them stay.
create table conversations (
  id           uuid        primary key,
  channel      text        not null check (channel in ('web', 'whatsapp', 'telegram')),
  -- Whose it is: the hash of the browser's secret, of the telephone, of the chat.
  holder       bytea       not null,
  -- Where answers go on WhatsApp and Telegram, encrypted; null on the web.
  address      bytea,
  language     text        not null check (language in ('ar', 'en')),
  -- Where the talk stands; computed by knowledge/model/talk.
  talk         jsonb       not null default '{}',
  -- Who answers: the chatbot, nobody yet, a person.
  desk         text        not null default 'bot' check (desk in ('bot', 'waiting', 'taken', 'ended')),
  agent_id     uuid        references staff,
  waiting_since timestamptz,
  -- The draft that keeps its files, and the case that was made of it last.
  draft_id     uuid,
  case_id      uuid,
  -- Number of the last line.
  seq          int         not null default 0,
  -- Until when somebody is taken to be writing.
  resident_typing timestamptz,
  agent_typing timestamptz,
  began_at     timestamptz not null,
  last_at      timestamptz not null,
  -- When anything changed that an open screen shows: processes ask for what is newer than the last they saw.
  touched_at   timestamptz not null default clock_timestamp()
);
create unique index conversations_open on conversations (channel, holder) where desk <> 'ended';
create index conversations_desk on conversations (waiting_since) where desk in ('waiting', 'taken');
create index conversations_old on conversations (last_at);
create index conversations_touched on conversations (touched_at);

create table conversation_lines (
  conversation_id uuid        not null references conversations on delete cascade,
  seq             int         not null,
  by              text        not null check (by in ('resident', 'service', 'agent')),
  staff_id        uuid,
  at              timestamptz not null,
  -- What a person wrote; null where nothing was kept.
  text            text,
  -- What the service said: keys of the catalogue with their values, so that it is said in either language.
  says            jsonb,
  primary key (conversation_id, seq)
);

-- Messages of WhatsApp and Telegram that were taken in: brought again, they are the same.
create table chat_inbound (
  channel    text        not null,
  message_id text        not null,
  at         timestamptz not null,
  primary key (channel, message_id)
);
create index chat_inbound_old on chat_inbound (at);

-- Texts that agents answer with often.
create table canned_answers (
  id      uuid    primary key,
  name    text    not null,
  text_ar text    not null,
  text_en text    not null,
  active  boolean not null default true
);

grant select, insert, update, delete on conversations, conversation_lines, chat_inbound to sawt_app;
grant select, insert, update on canned_answers to sawt_app;
