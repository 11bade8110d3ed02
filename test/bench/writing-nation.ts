import { submitCase } from '#cases'
import { newId } from '#kernel'
import { searchTerms } from '#language'
import { type Database, sql } from '#platform'
import { putTerms } from '../../src/cases/store/search.ts'
import type { AppTools } from '../../src/tools.ts'
import { type Phrases, writer } from './everyday.ts'

export interface Category extends Phrases {
  ar: string
  en: string
  entities: Record<string, string | null>
}

/** Cases of which a second person writes, spread over all the others. */
const TWICE = 200
const BATCH = 20_000

/** A case of which somebody else had written. */
export interface Probe {
  id: string
  earlier: string
}

interface Row {
  id: string
  text: string
  category: string
  entity: string | null
}

/**
 * Cases put straight into the tables which searching and comparing read, their search rows by the room's own code.
 */
export function aWritingNation(tools: AppTools, owner: Database, categories: readonly Category[]) {
  const entityOf = new Map(categories.map(({ id, entities }) => [id, entities.jo ?? null]))
  const { next, twice } = writer(categories.filter(({ entities }) => entities.jo))
  let model: string | undefined
  const row = ({ text, category }: { text: string; category: string }): Row => ({
    ...{ id: newId(), text, category },
    entity: entityOf.get(category) ?? null,
  })
  return {
    /** @returns the newest cases, whose likes stand somewhere among all that came in this stretch */
    async grow(from: number, to: number): Promise<Probe[]> {
      model ??= await aCase(tools)
      const pairs = Array.from({ length: TWICE }, twice)
      const places = pairs.map((_, at) => from + Math.floor(((to - from - TWICE) * at) / TWICE))
      const earlier: string[] = []
      const index = await withoutIndex(owner)
      for (let start = from; start < to - TWICE; start += BATCH) {
        const rows: Row[] = []
        for (let at = start; at < Math.min(to - TWICE, start + BATCH); at++) {
          const planted = pairs[earlier.length]
          const isPlace = places[earlier.length] === at && planted
          const made = row(isPlace ? planted[0] : next())
          if (isPlace) earlier.push(made.id)
          rows.push(made)
        }
        await bring(owner, model, rows)
      }
      const last = pairs.map(([, again]) => row(again))
      await bring(owner, model, last)
      await index.restore()
      return last.map(({ id }, at) => ({ id, earlier: earlier[at] ?? '' }))
    },
  }
}

/** One case that is really submitted; the others are like it but for what is asked about here. */
async function aCase(tools: AppTools): Promise<string> {
  const key = { scope: 'bench', key: newId(), bodyHash: Buffer.from('bench') }
  const given = { type: 'complaint', text: 'أول طلب', requester: { phone: '+962791234567' } }
  const made = await submitCase(tools, {}, given, key)
  if (!made.ok) throw new Error(made.reason)
  return made.value.state.id
}

/** An index is made faster from a whole table than row by row. */
async function withoutIndex(owner: Database) {
  const made = await owner.row<{ text: string }>(
    sql`select pg_get_indexdef('case_search_terms'::regclass) as text`,
  )
  await owner.pool.query('drop index case_search_terms')
  return {
    async restore() {
      await owner.pool.query(`set maintenance_work_mem = '1GB'; ${made?.text}; reset maintenance_work_mem`)
      for (const table of ['case_search', 'cases', 'case_words'])
        await owner.pool.query(`vacuum analyze ${table}`)
      // A nation does not arrive in a minute: what was brought is on disk before anything is asked.
      await owner.pool.query('checkpoint')
    },
  }
}

async function bring(owner: Database, model: string, rows: readonly Row[]): Promise<void> {
  await owner.transaction(async (tx) => {
    // Events are left out, and so is asking after them.
    await tx.run(sql`set local session_replication_role = replica`)
    await tx.run(sql`create temporary table brought (id uuid, category text, entity text) on commit drop`)
    const columns = ['id', 'category', 'entity']
    await tx.copy({
      table: 'brought',
      columns,
      values: rows.map(({ id, category, entity }) => [id, category, entity]),
    })
    await tx.run(sql`
      insert into cases (id, reference, type, stage, subject, category_id, entity_id, channel, language, answer_by,
                         received_at, seq, clock)
      select b.id, b.id, c.type, case when open then 'with-entity' else 'closed' end, c.subject, b.category, b.entity,
             c.channel, c.language, c.answer_by, c.received_at, 1, case when open then 'answer' end
        from brought b cross join lateral (select random() < 0.05 and b.id is not null as open) o
        join cases c on c.id = ${model}`)
    const words = rows.map(({ id, text }) => [id, 1, { text }])
    await tx.copy({ table: 'case_words', columns: ['case_id', 'seq', 'words'], values: words })
    await putTerms(
      tx,
      rows.map(({ id, text }) => ({ caseId: id, terms: searchTerms(text) })),
    )
  })
}
