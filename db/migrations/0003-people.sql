create table staff (
  id             uuid        primary key,
  name           text        not null,
  -- Lower case. Null for an outside program, which only has tokens.
  email          text        unique,
  password_hash  text,
  -- Encrypted with the installation's secret.
  totp_secret    bytea,
  -- The last TOTP step used: a code works once (ASVS 6.5.1).
  totp_last_step bigint      not null default 0,
  language       text        not null default 'ar',
  active         boolean     not null default true,
  failed_tries   int         not null default 0,
  locked_until   timestamptz,
  created_at     timestamptz not null default now()
);

-- A role is held on a scope, with dates. Rights end by date, rows are never deleted: who could see what,
-- and when, stays answerable.
create table grants (
  id         uuid        primary key,
  staff_id   uuid        not null references staff,
  role       text        not null,
  scope      text        not null check (scope in ('nation', 'sector', 'entity', 'unit')),
  scope_id   text,
  valid_from timestamptz not null default now(),
  valid_to   timestamptz,
  granted_by uuid,
  check ((scope = 'nation') = (scope_id is null))
);
create index grants_of_staff on grants (staff_id);

create table residents (
  id         uuid        primary key,
  name       text,
  phone      text        unique,
  email      text        unique,
  language   text        not null default 'ar',
  created_at timestamptz not null default now(),
  check (phone is not null or email is not null)
);

-- Only the hash of a cookie's or token's secret is kept.
create table sessions (
  token_hash  bytea       primary key,
  staff_id    uuid        references staff,
  resident_id uuid        references residents,
  -- A password alone opens nothing: the session counts from the second factor on.
  confirmed_at timestamptz,
  created_at  timestamptz not null default now(),
  seen_at     timestamptz not null default now(),
  expires_at  timestamptz not null,
  check ((staff_id is null) <> (resident_id is null))
);
create index sessions_of_staff on sessions (staff_id) where staff_id is not null;

create table api_tokens (
  token_hash bytea       primary key,
  staff_id   uuid        not null references staff,
  grant_id   uuid        not null references grants,
  name       text        not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

-- One-time codes by phone or mail: hashed, few tries, minutes to live.
create table sign_in_codes (
  contact    text        primary key,
  code_hash  bytea       not null,
  tries      int         not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

grant select, insert, update on staff, grants, residents, api_tokens to sawt_app;
grant select, insert, update, delete on sessions, sign_in_codes to sawt_app;
