-- What proves that history was not rewritten: every event is a leaf of one growing Merkle tree (RFC 6962),
-- sealed in batches that each hold the hash of the one before. Filled from the event feed.
create table chain_batches (
  number     int    primary key,
  first_tx   xid8   not null,
  first_case uuid   not null,
  first_seq  int    not null,
  last_tx    xid8   not null,
  last_case  uuid   not null,
  last_seq   int    not null,
  count      int    not null check (count > 0),
  -- Events up to and with this batch, and the root of the tree over them.
  size       bigint not null unique,
  root       bytea  not null,
  -- The tree's complete subtrees, from which it goes on growing.
  peaks      bytea  not null,
  -- 52 bytes an event: case, seq, hash. So a fault is named by case and step, not only noticed.
  entries    bytea  not null,
  previous   bytea,
  hash       bytea  not null,
  unique (last_tx, last_case, last_seq)
);
-- Hashes do not compress.
alter table chain_batches alter column entries set storage external;
comment on table chain_batches is 'Written once: the application may neither change nor remove rows.';

-- Inner nodes of the tree from level 8 up: what a proof for one event needs without reading all others.
create table chain_nodes (
  level int    not null,
  index bigint not null,
  hash  bytea  not null,
  primary key (level, index)
);

-- The public keys of the service, each record signed by itself and by the key before it.
create table proof_keys (
  id        text primary key,
  number    int  not null unique check (number > 0),
  signed    text not null,
  signature text not null,
  approval  text
);

-- What the service publishes once a day: so long was the record, and this is its root.
create table proof_heads (
  day       date   primary key,
  number    int    not null unique check (number > 0),
  size      bigint not null,
  signed    text   not null,
  signature text   not null,
  -- Proves, with the head before alone, that the record only grew.
  growth    bytea  not null
);
create index proof_heads_by_size on proof_heads (size);

grant select, insert on chain_batches, chain_nodes, proof_keys, proof_heads to sawt_app;
