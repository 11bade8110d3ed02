import { once } from 'node:events'
import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repeatable } from './repeatable.ts'

export interface Category {
  id: string
  keywords_ar: string[]
  entities: Record<string, string | null>
}

/**
 * A synthetic history as a ministry might bring it: cases of the last two years in everyday words, most of
 * them closed, spread over entities as unevenly as real ones. The same seed gives the same file.
 */
export async function writeHistory(folder: string, categories: Category[], from: number, to: number) {
  const random = repeatable(from + 1)
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() ** 1.6 * items.length)] as Item
  const owned = categories.filter(({ entities }) => entities.jo)
  const file = join(folder, `history-${from}.csv`)
  const out = createWriteStream(file)
  out.write('id,type,channel,entity,category,text,place,status,opened,due,closed\n')
  for (let number = from; number < to; number++) {
    const category = pick(owned)
    const opened = Date.UTC(2024, 10, 1) + random() * 2 * 365 * DAY
    const open = random() < 0.03
    const closed = opened + random() ** 2 * 20 * DAY
    const text = Array.from({ length: 4 }, () =>
      pick(pick([category, category, pick(owned)]).keywords_ar),
    ).join(' و')
    const row = [
      `H${number}`,
      pick(['complaint', 'complaint', 'complaint', 'inquiry', 'suggestion', 'praise']),
      pick(['web', 'phone', 'counter', 'api']),
      category.entities.jo,
      category.id,
      `"${text.replaceAll('"', '')} في حي ${number % 997}"`,
      `حي ${number % 997}`,
      open ? 'open' : 'closed',
      iso(opened),
      iso(opened + 10 * DAY),
      open ? '' : iso(closed),
    ]
    if (!out.write(`${row.join(',')}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return { file, mapping: writeMapping(folder) }
}

const DAY = 24 * 60 * 60 * 1000
const iso = (at: number) => new Date(at).toISOString().slice(0, 19)

function writeMapping(folder: string): string {
  const mapping = {
    about: 'Synthetic history for measuring.',
    timeZone: 'Asia/Amman',
    id: 'id',
    received: 'opened',
    due: 'due',
    closed: 'closed',
    type: {
      by: 'type',
      words: { complaint: 'complaint', inquiry: 'inquiry', suggestion: 'suggestion', praise: 'praise' },
    },
    channel: {
      by: 'channel',
      words: { web: 'web', phone: 'phone', counter: 'counter', api: 'api' },
      otherwise: 'import',
    },
    language: { always: 'ar' },
    stage: { by: 'status', words: { closed: 'closed', open: 'with-entity' } },
    outcome: { by: 'status', words: { closed: 'explained' } },
    entity: 'entity',
    category: 'category',
    text: 'text',
    place: { columns: ['place'], join: ', ' },
  }
  const file = join(folder, 'mapping.json')
  writeFileSync(file, JSON.stringify(mapping))
  return file
}
