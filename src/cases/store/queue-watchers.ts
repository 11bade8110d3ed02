import { type Db, sql } from '#platform'
import type { Queue } from '../model/queue.ts'
import type { Reacher } from '../model/reach.ts'

/** @returns 0 when they follow it already */
export const follow = (db: Db, id: string, staffId: string, queue: Queue, now: Temporal.Instant) =>
  db.run(sql`
    insert into queue_watchers (id, staff_id, entity_id, unit_id, category_id, type, since)
    values (${id}, ${staffId}, ${queue.entity}, ${queue.unit}, ${queue.category}, ${queue.type}, ${now})
    on conflict do nothing`)

export const unfollow = (db: Db, staffId: string, queue: Queue) =>
  db.run(sql`
    delete from queue_watchers
     where staff_id = ${staffId} and entity_id is not distinct from ${queue.entity}
       and unit_id is not distinct from ${queue.unit} and category_id is not distinct from ${queue.category}
       and type is not distinct from ${queue.type}`)

export interface FollowedQueue extends Queue {
  id: string
}

export const followedBy = (db: Db, staffId: string) =>
  db.rows<FollowedQueue>(sql`
    select id, entity_id as entity, unit_id as unit, category_id as category, type from queue_watchers
     where staff_id = ${staffId} order by since, id`)

/** Somebody who follows a queue, with the rights they hold now. */
export interface QueueWatcher extends Queue {
  staffId: string
  grants: Reacher['grants']
}

export const allFollowed = (tx: Db, now: Temporal.Instant) =>
  tx.rows<QueueWatcher>(sql`
    select w.staff_id as "staffId", w.entity_id as entity, w.unit_id as unit, w.category_id as category, w.type,
           (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'scope', g.scope, 'scopeId', g.scope_id)), '[]')
              from grants g
             where g.staff_id = w.staff_id and g.valid_from <= ${now}
               and (g.valid_to is null or g.valid_to > ${now})) as grants
      from queue_watchers w join staff s on s.id = w.staff_id and s.active
     where w.since <= ${now} order by w.id`)
