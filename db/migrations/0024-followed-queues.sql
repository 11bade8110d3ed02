-- Colleagues who want to hear of what arrives in a queue: the cases of an entity, a unit, a category or a type.
create table queue_watchers (
  id          uuid        primary key,
  staff_id    uuid        not null references staff,
  entity_id   text        references entities,
  unit_id     text        references units,
  category_id text        references categories,
  type        text,
  since       timestamptz not null,
  unique nulls not distinct (staff_id, entity_id, unit_id, category_id, type),
  check (num_nonnulls(entity_id, unit_id, category_id, type) > 0)
);
grant select, insert, delete on queue_watchers to sawt_app;
