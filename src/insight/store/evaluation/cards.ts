import { type Db, type Sql, sql } from '#platform'
import type { Card } from '../../model/evaluation/measures.ts'
import type { Reach } from '../../model/evaluation/reach.ts'
import type { SizeGroup } from '../../model/evaluation/size-group.ts'

/** A frozen card with whose it is. */
export interface FrozenCard {
  id: string
  month: Temporal.PlainDate
  version: number
  entity: string
  person: string | null
  /** The person's name. */
  name: string | null
  group: SizeGroup | null
  card: Card
}

/** Of `evaluation_cards c`. */
const within = ({ nation, entities, heads, self }: Reach): Sql => sql`
  case when c.staff_id is null then ${nation} or c.entity_id = any(${entities}::text[])
       else c.staff_id = ${self} or c.entity_id = any(${heads}::text[]) end`

const CARD: Sql = sql`
  select c.id, c.month, c.version, c.entity_id as entity, c.staff_id as person, s.name, c.size_group as "group", c.card
    from evaluation_cards c left join staff s on s.id = c.staff_id`

/** Cards of a version within reach: of entities, or of people. */
export const cardsOf = (
  db: Db,
  reach: Reach,
  { month, version }: Pick<FrozenCard, 'month' | 'version'>,
  of: 'entities' | 'people',
) =>
  db.rows<FrozenCard>(sql`
    ${CARD} where c.month = ${month} and c.version = ${version} and (c.staff_id is null) = ${of === 'entities'}
       and ${within(reach)}
     order by s.name, c.entity_id, c.id`)

export const findCard = (db: Db, reach: Reach, id: string) =>
  db.row<FrozenCard>(sql`${CARD} where c.id = ${id} and ${within(reach)}`)

/** The same subject in the other versions of the month, the first one first. */
export const sameInOthers = (db: Db, { month, entity, person }: FrozenCard) =>
  db.rows<{ id: string; version: number }>(sql`
    select id, version from evaluation_cards
     where month = ${month} and entity_id = ${entity} and staff_id is not distinct from ${person}::uuid
     order by version`)

/** The other entities of a card's group, in its version: for what they come to together. */
export const groupOf = async (db: Db, { id, month, version, group }: FrozenCard): Promise<Card[]> => {
  const rows = await db.rows<{ card: Card }>(sql`
    select card from evaluation_cards
     where month = ${month} and version = ${version} and size_group = ${group} and id <> ${id}`)
  return rows.map(({ card }) => card)
}

/** What the rated said, with the version it was said to. */
export interface Comment {
  version: number
  by: string
  at: Temporal.Instant
  said: string
}

export const commentsOn = (db: Db, { month, entity, person }: FrozenCard) =>
  db.rows<Comment>(sql`
    select c.version, s.name as by, m.said_at as at, m.said
      from evaluation_comments m join evaluation_cards c on c.id = m.card_id join staff s on s.id = m.said_by
     where c.month = ${month} and c.entity_id = ${entity} and c.staff_id is not distinct from ${person}::uuid
     order by m.said_at, m.id`)

export const addComment = (
  db: Db,
  { id, card, by, at, said }: { id: string; card: string; by: string; at: Temporal.Instant; said: string },
) =>
  db.run(sql`
    insert into evaluation_comments (id, card_id, said_by, said_at, said) values (${id}, ${card}, ${by}, ${at}, ${said})`)

export const addExport = (
  db: Db,
  {
    id,
    by,
    at,
    month,
    version,
    cards,
  }: {
    id: string
    by: string
    at: Temporal.Instant
    month: Temporal.PlainDate
    version: number
    cards: number
  },
) =>
  db.run(sql`
    insert into evaluation_exports (id, exported_by, exported_at, month, version, cards)
    values (${id}, ${by}, ${at}, ${month}, ${version}, ${cards})`)
