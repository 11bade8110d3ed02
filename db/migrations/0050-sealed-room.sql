-- The sealed room: reports of violations. A schema and a role of its own; the rest of Sawt is not granted
-- anything here, and this role nothing there. Days, never moments; random ids, never numbers in a row.
do $$
begin
  if not exists (select from pg_roles where rolname = 'sawt_sealed') then
    create role sawt_sealed nologin;
  end if;
  if not pg_has_role(current_user, 'sawt_sealed',
                     case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
    execute format('grant sawt_sealed to %I', current_user);
  end if;
end $$;

create schema sealed;
grant usage on schema sealed to sawt_sealed;

-- Whom reports may be sealed to: documents signed away from this server, each holding the hash of the last.
create table sealed.rosters (
  serial       int   primary key check (serial > 0),
  hash         bytea not null unique check (length(hash) = 32),
  document     text  not null,
  signature    bytea not null check (length(signature) = 64),
  published_on date  not null
);
grant select, insert on sealed.rosters to sawt_sealed;

-- Officers and custodians: who they are and the public half of their key. The private half exists here only wrapped.
create table sealed.officers (
  id          uuid   primary key,
  office      text   not null check (office in ('integrity', 'audit', 'custodian')),
  name_ar     text   not null,
  name_en     text   not null,
  body        text,
  conflicts   text[] not null default '{}',
  key         bytea  check (length(key) = 32),
  enrolled_on date,
  left_on     date
);
grant select, insert, update on sealed.officers to sawt_sealed;

create table sealed.wraps (
  officer    uuid  not null references sealed.officers,
  wrap       text  not null check (wrap in ('passphrase', 'prf')),
  credential text  not null default '',
  content    jsonb not null,
  primary key (officer, wrap, credential)
);
grant select, insert, update, delete on sealed.wraps to sawt_sealed;

create table sealed.passkeys (
  credential text   primary key,
  officer    uuid   not null references sealed.officers,
  public_key bytea  not null,
  counter    bigint not null,
  device     text   not null,
  added_on   date   not null
);
create index passkeys_of on sealed.passkeys (officer);
grant select, insert, update, delete on sealed.passkeys to sawt_sealed;

create table sealed.invites (
  hash    bytea primary key,
  officer uuid  not null references sealed.officers,
  purpose text  not null check (purpose in ('first', 'lost', 'device')),
  day     date  not null,
  used_on date
);
grant select, insert, update, delete on sealed.invites to sawt_sealed;

-- A session's moments stand, signed, in the officer's own cookie.
create table sealed.sessions (
  hash    bytea primary key,
  officer uuid  not null references sealed.officers,
  day     date  not null
);
grant select, insert, delete on sealed.sessions to sawt_sealed;

-- What may be used once and was: proofs of work, challenges of passkeys. Emptied after a day.
create table sealed.spent (
  hash bytea primary key,
  day  date  not null
);
grant select, insert, delete on sealed.spent to sawt_sealed;

create table sealed.tickets (
  hash    bytea primary key check (length(hash) = 32),
  day     date  not null,
  used_by bytea
);
grant select, insert, update, delete on sealed.tickets to sawt_sealed;

create table sealed.reports (
  id              bytea   primary key check (length(id) = 16),
  kind            text    not null check (kind in ('sealed', 'moved', 'age')),
  stage           text    not null check (stage in ('received', 'acknowledged', 'investigating', 'closed', 'erased')),
  -- SHA-256 of what a browser derives from the receipt; none where nobody holds a receipt, and after erasure.
  access          bytea   unique check (length(access) = 32),
  reply_key       bytea,
  roster          bytea   not null references sealed.rosters (hash),
  received        date    not null,
  acknowledged_on date,
  feedback_on     date,
  closed_on       date,
  erased_on       date,
  referred_on     date,
  outcome         text,
  seriousness     text,
  retaliation     text,
  retaliated      boolean not null default false,
  linked          bytea   references sealed.reports,
  held            boolean not null default false
);
create index reports_to_erase on sealed.reports (closed_on) where stage = 'closed';
grant select, insert, update on sealed.reports to sawt_sealed;

-- Whatever was written: ciphertext from a browser, encrypted once more with the report's own server key, which lies
-- in a folder of its own; destroying that key erases the report, also from every backup of this table.
create table sealed.items (
  report  bytea  not null references sealed.reports,
  item    bytea  not null check (length(item) = 16),
  seq     bigint not null generated always as identity,
  purpose text   not null,
  kind    text   not null,
  sender  text   not null check (sender in ('reporter', 'office', 'room')),
  officer uuid   references sealed.officers,
  day     date   not null,
  sealed  bytea  not null,
  primary key (report, item)
);
grant select, insert, delete on sealed.items to sawt_sealed;

create table sealed.envelopes (
  report    bytea not null references sealed.reports,
  item      bytea not null,
  recipient text  not null,
  purpose   text  not null,
  sealed    bytea not null,
  primary key (report, item, recipient)
);
grant select, insert, update, delete on sealed.envelopes to sawt_sealed;

create table sealed.holders (
  report  bytea  not null references sealed.reports,
  officer uuid   not null references sealed.officers,
  since   date   not null,
  -- The last item this officer has opened.
  seen    bigint not null default 0,
  primary key (report, officer)
);
create index holders_of on sealed.holders (officer);
grant select, insert, update, delete on sealed.holders to sawt_sealed;

create table sealed.files (
  report bytea not null references sealed.reports,
  file   bytea not null check (length(file) = 16),
  item   bytea not null,
  chunks int   not null check (chunks > 0),
  -- Where its chunks lie, and the key they are encrypted with once more, itself under the report's.
  folder bytea not null,
  key    bytea not null,
  primary key (report, file)
);
create index files_by_folder on sealed.files (folder);
grant select, insert, delete on sealed.files to sawt_sealed;

create table sealed.identities (
  report     bytea primary key references sealed.reports,
  item       bytea not null,
  commitment bytea not null check (length(commitment) = 32)
);
grant select, insert, delete on sealed.identities to sawt_sealed;

create table sealed.identity_requests (
  request bytea primary key check (length(request) = 16),
  report  bytea not null references sealed.reports,
  officer uuid  not null references sealed.officers,
  day     date  not null,
  state   text  not null check (state in ('open', 'released', 'refused'))
);
-- One question at a time.
create unique index identity_requests_open on sealed.identity_requests (report) where state = 'open';
create index identity_requests_of on sealed.identity_requests (report);
grant select, insert, update, delete on sealed.identity_requests to sawt_sealed;

create table sealed.identity_answers (
  request   bytea   not null references sealed.identity_requests on delete cascade,
  custodian uuid    not null references sealed.officers,
  gave      boolean not null,
  day       date    not null,
  sealed    bytea,
  primary key (request, custodian)
);
grant select, insert, delete on sealed.identity_answers to sawt_sealed;

-- What one officer asked for and another must want as well.
create table sealed.asks (
  report  bytea not null references sealed.reports,
  what    text  not null check (what in ('hold', 'lift', 'erase')),
  officer uuid  not null references sealed.officers,
  day     date  not null,
  primary key (report, what)
);
grant select, insert, delete on sealed.asks to sawt_sealed;

-- Who did what on which day. Written once: nobody may change or remove a row.
create table sealed.audit (
  seq    bigint primary key generated always as identity,
  day    date  not null,
  who    text  not null,
  what   text  not null,
  report bytea
);
create index audit_of on sealed.audit (report, seq);
grant select, insert on sealed.audit to sawt_sealed;
