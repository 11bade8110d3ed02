import { type Db, json, sql } from '#platform'
import type { Direction } from '../../model/forecasts/judge.ts'
import type { WordCount } from '../../model/forecasts/more-frequent.ts'
import type { SeriesName } from '../../model/forecasts/series.ts'

export interface Surge extends SeriesName {
  id: string
  direction: Direction
  state: 'open' | 'acknowledged' | 'over'
  since: Temporal.PlainDate
  openedAt: Temporal.Instant
  /** What it is about; `explained` more are what narrower alerts are about. */
  observed: number
  explained: number
  peak: number
  expected: number
  low: number
  high: number
  words: WordCount[]
  places: WordCount[]
  /** The entity that holds most of its cases; and whether it holds all of them. */
  holder: string | null
  alone: boolean
  /** How far beyond the expected it was when it was last told; null while nobody has been. */
  toldExcess: number | null
}

const columns = sql`
  id, dimension, key, direction, state, since, opened_at as "openedAt", observed, explained, peak, expected, low, high,
  words, places, holder, alone, told_excess as "toldExcess"`

/** Alerts that are not over, what nobody has seen first. */
export const current = (db: Db) =>
  db.rows<Surge>(sql`
    select ${columns} from surges where state <> 'over' order by state desc, observed - expected desc, id`)

export const find = (db: Db, id: string) =>
  db.row<Surge>(sql`select ${columns} from surges where id = ${id} and state <> 'over'`)

/** What is known of each series: its alert, or the one that ended last since then. */
export const known = (tx: Db, since: Temporal.Instant) =>
  tx.rows<Surge>(sql`
    select distinct on (dimension, key) ${columns} from surges
     where state <> 'over' or over_at >= ${since}
     order by dimension, key, state = 'over', over_at desc nulls first`)

export type NewSurge = Omit<Surge, 'state' | 'openedAt' | 'peak' | 'toldExcess'>

/** Opens an alert; one that is open already stays the only one. */
export const open = (tx: Db, surge: NewSurge, now: Temporal.Instant) =>
  tx.run(sql`
    insert into surges (id, dimension, key, direction, state, since, opened_at, seen_at, observed, explained, peak,
                        expected, low, high, words, places, holder, alone)
    values (${surge.id}, ${surge.dimension}, ${surge.key}, ${surge.direction}, 'open', ${surge.since}::date, ${now},
            ${now}, ${surge.observed}, ${surge.explained}, ${surge.observed}, ${surge.expected}, ${surge.low},
            ${surge.high}, ${json(surge.words)}::jsonb, ${json(surge.places)}::jsonb, ${surge.holder}, ${surge.alone})
    on conflict (dimension, key) where state <> 'over' do nothing`)

/** What an alert has come to. */
export const goOn = (tx: Db, id: string, now: Temporal.Instant, surge: Omit<NewSurge, 'id' | 'since'>) =>
  tx.run(sql`
    update surges
       set seen_at = ${now}, observed = ${surge.observed}, explained = ${surge.explained},
           expected = ${surge.expected}, low = ${surge.low}, high = ${surge.high},
           words = ${json(surge.words)}::jsonb, places = ${json(surge.places)}::jsonb,
           holder = ${surge.holder}, alone = ${surge.alone},
           peak = case when direction = 'more' then greatest(peak, ${surge.observed}::int)
                       else least(peak, ${surge.observed}::int) end
     where id = ${id}`)

export const end = (tx: Db, id: string, now: Temporal.Instant) =>
  tx.run(sql`update surges set state = 'over', over_at = ${now} where id = ${id} and state <> 'over'`)

/** Somebody was told how far beyond the expected it is. */
export const told = (tx: Db, id: string, excess: number, now: Temporal.Instant) =>
  tx.run(sql`update surges set told_at = ${now}, told_excess = ${excess} where id = ${id}`)

/** Somebody has seen it: it stays on the screen, quietly. */
export const acknowledge = (db: Db, id: string, by: string, now: Temporal.Instant) =>
  db.run(sql`
    update surges set state = 'acknowledged', acknowledged_by = ${by}, acknowledged_at = ${now}
     where id = ${id} and state = 'open'`)
