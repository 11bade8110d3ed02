import { once } from 'node:events'
import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repeatable } from './repeatable.ts'

export interface Category {
  id: string
  keywords_ar: string[]
  entities: Record<string, string | null>
}

/** How the rows of a history end; the rest are explained. */
const ENDS: readonly [status: string, outOf1000: number][] = [
  ['solved', 480],
  ['refused', 60],
  ['cannot-act', 40],
  ['transferred', 30],
  ['duplicate', 30],
  ['withdrawn', 40],
]

export interface HistoryOptions {
  /** Ids of places that cases lie in; without any they lie in neighbourhoods that nobody knows. */
  places?: readonly string[]
  /** The end of the two years; what would be answered after it is still open. */
  until?: number
}

/**
 * A synthetic history as a ministry might bring it: cases of two years in everyday words, most of them closed, on time
 * and late, solved, refused and withdrawn, spread over entities and places as unevenly as real ones. The same seed
 * gives the same file.
 */
export async function writeHistory(
  folder: string,
  categories: Category[],
  from: number,
  to: number,
  { places = [], until = UNTIL }: HistoryOptions = {},
) {
  const random = repeatable(from + 1)
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() ** 1.6 * items.length)] as Item
  const owned = categories.filter(({ entities }) => entities.jo)
  const file = join(folder, `history-${from}.csv`)
  const out = createWriteStream(file)
  out.write('id,type,channel,entity,category,text,place,status,opened,routed,due,answered,closed\n')
  for (let number = from; number < to; number++) {
    const category = pick(owned)
    const opened = until - random() * 2 * 365 * DAY
    const routed = opened + random() ** 3 * DAY
    const answered = routed + random() ** 2 * 20 * DAY
    const waits = random() < 0.03 || answered > until
    const closed = Math.min(until, answered + (random() < 0.5 ? 0 : random() * 14 * DAY))
    const status = waits ? (random() < 0.1 ? 'new' : 'open') : ended(random() * 1000)
    const text = Array.from({ length: 4 }, () =>
      pick(pick([category, category, pick(owned)]).keywords_ar),
    ).join(' و')
    const row = [
      `H${number}`,
      pick(['complaint', 'complaint', 'complaint', 'inquiry', 'suggestion', 'praise']),
      pick(['web', 'phone', 'counter', 'api', 'chat', 'mail']),
      status === 'new' ? '' : category.entities.jo,
      category.id,
      `"${text.replaceAll('"', '')} في حي ${number % 997}"`,
      places.length > 0 && random() < 0.97 ? pick(places) : `حي ${number % 997}`,
      status,
      iso(opened),
      iso(routed),
      iso(opened + (6 + Math.floor(random() * 12)) * DAY),
      waits || status === 'withdrawn' ? '' : iso(answered),
      waits ? '' : iso(closed),
    ]
    if (!out.write(`${row.join(',')}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return { file, mapping: writeMapping(folder) }
}

function ended(drawn: number): string {
  let sum = 0
  for (const [status, part] of ENDS) {
    sum += part
    if (drawn < sum) return status
  }
  return 'explained'
}

const DAY = 24 * 60 * 60 * 1000
const UNTIL = Date.UTC(2026, 10, 1)
const iso = (at: number) => new Date(at).toISOString().slice(0, 19)

function writeMapping(folder: string): string {
  const mapping = {
    about: 'Synthetic history for measuring.',
    timeZone: 'Asia/Amman',
    id: 'id',
    ...{ received: 'opened', routed: 'routed', due: 'due', answered: 'answered', closed: 'closed' },
    type: {
      by: 'type',
      words: { complaint: 'complaint', inquiry: 'inquiry', suggestion: 'suggestion', praise: 'praise' },
    },
    channel: {
      by: 'channel',
      words: { web: 'web', phone: 'phone', counter: 'counter', api: 'api', chat: 'chat', mail: 'mail' },
      otherwise: 'import',
    },
    language: { always: 'ar' },
    stage: { by: 'status', words: { open: 'with-entity', new: 'received' }, otherwise: 'closed' },
    outcome: {
      by: 'status',
      words: Object.fromEntries(ENDS.map(([status]) => [status, status])),
      otherwise: 'explained',
    },
    entity: 'entity',
    category: 'category',
    text: 'text',
    place: { columns: ['place'], join: ', ' },
  }
  const file = join(folder, 'mapping.json')
  writeFileSync(file, JSON.stringify(mapping))
  return file
}
