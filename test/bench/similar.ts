import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findSimilar, listDesk, openProofFolder, submitCase } from '#cases'
import { newId, stoppedClock } from '#kernel'
import { findArticles } from '#knowledge'
import { searchTerms, suggest, trainSuggestions } from '#language'
import type { Officer, StaffRole } from '#people'
import {
  connect,
  type Database,
  migrate,
  openFiles,
  openLog,
  readConfig,
  sql,
  visitDatabase,
} from '#platform'
import { putTerms } from '../../src/cases/store/search.ts'
import { seedCountry } from '../../src/commands/seeding/seed-country.ts'
import { type AppTools, buildTools } from '../../src/tools.ts'
import { type Phrases, writer } from './everyday.ts'

export interface Category extends Phrases {
  ar: string
  en: string
  entities: Record<string, string | null>
}

export interface Timed {
  name: string
  p50: number
  p95: number
  /** Milliseconds of this process's own work for each. */
  own: number
}

export interface Looked {
  cases: number
  /** Seconds that bringing them took. */
  brought: number
  timed: Timed[]
  /** Of the cases that somebody else wrote about too, how many are among the first of the similar ones: 1, and 10. */
  recall: { at1: number; at10: number; n: number }
}

/** Cases of which a second person writes, spread over all the others. */
const TWICE = 200
const BATCH = 20_000

/**
 * How long it takes to find like cases, to search and to suggest, as cases become more: on a durable database of its
 * own, in one process, one after the other. Cases are put straight into the tables which these questions read, their
 * search rows by the room's own code.
 */
export async function lookGrowing(
  sizes: number[],
  rounds: number,
  categories: readonly Category[],
  tell: (looked: Looked) => void,
): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sawt-similar-'))
  const config = readConfig({ DATA_DIR: dataDir, PATH: process.env.PATH })
  const log = openLog('fatal')
  const database = await visitDatabase(config, log)
  try {
    await migrate(database.owner)
    const [owner, db] = [connect(database.owner), connect({ ...database.owner, role: 'sawt_app', max: 4 })]
    const tools = buildTools({
      ...{ db, log, clock: stoppedClock('2026-10-04T07:30:00+03:00'), publicUrl: config.publicUrl },
      files: openFiles({ dir: join(dataDir, 'files') }),
      proof: openProofFolder(dataDir),
      secret: Buffer.from(config.secret),
      demonstration: false,
    })
    const seeded = await seedCountry(tools, 'jordan')
    if (!seeded.ok) throw new Error(seeded.reason)
    tools.forget()
    const nation = aNation(tools, owner, categories)
    let there = 0
    for (const cases of sizes) {
      const started = performance.now()
      const probes = await nation.grow(there, cases)
      tools.forget()
      there = cases
      const brought = (performance.now() - started) / 1000
      const timed = await askAll(tools, probes, categories, rounds)
      tell({ cases, brought, timed, recall: await recallOf(tools, probes) })
    }
    await Promise.all([owner.close(), db.close()])
  } finally {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** A case of which somebody else had written. */
interface Probe {
  id: string
  earlier: string
}

interface Row {
  id: string
  text: string
  category: string
  entity: string | null
}

function aNation(tools: AppTools, owner: Database, categories: readonly Category[]) {
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

async function recallOf(tools: AppTools, probes: readonly Probe[]): Promise<Looked['recall']> {
  const ranks: number[] = []
  for (const { id, earlier } of probes) {
    const found = await findSimilar(tools, officer('reviewer', 'nation'), id)
    ranks.push(found.ok ? found.value.findIndex((each) => each.id === earlier) : -1)
  }
  const share = (most: number) => ranks.filter((rank) => rank >= 0 && rank < most).length / ranks.length
  return { at1: share(1), at10: share(10), n: probes.length }
}

async function askAll(
  tools: AppTools,
  probes: readonly Probe[],
  categories: readonly Category[],
  rounds: number,
): Promise<Timed[]> {
  const nation = officer('reviewer', 'nation')
  const entity = officer(
    'liaison',
    'entity',
    categories.find(({ entities }) => entities.jo)?.entities.jo ?? '',
  )
  const model = trainSuggestions(
    categories.flatMap(({ id, ar, en, keywords_ar, keywords_en }) =>
      [ar, en, ...keywords_ar, ...keywords_en].map((text) => ({ text, label: id })),
    ),
  )
  const { next } = writer(categories, 99)
  const texts = Array.from({ length: 400 }, () => next().text)
  const long = (length: number) => (at: number) => {
    const from = (at * 7) % (texts.length - 40)
    return texts
      .slice(from, from + 40)
      .join(' ')
      .slice(0, length)
  }
  const asked = (words: readonly string[], at: number) => words[at % words.length] ?? ''
  const desk = (who: Officer, words: readonly string[]) => async (at: number) => {
    const found = await listDesk(tools, who, { q: asked(words, at), view: 'all' })
    if (!found.ok) throw new Error(found.reason)
  }
  const like = (who: Officer) => async (at: number) => {
    await findSimilar(tools, who, probes[at % probes.length]?.id ?? '')
  }
  const questions: [string, (at: number) => unknown][] = [
    ['like cases, the nation', like(nation)],
    ['staff search, two common words, nation', desk(nation, COMMON)],
    ['staff search, two common words, entity', desk(entity, COMMON)],
    ['staff search, a rarer word, nation', desk(nation, RARER)],
    ['staff search, words never together', desk(nation, NEVER)],
    ['residents’ search', (at) => findArticles(tools.db, asked(ASKED, at))],
    ['suggestion, a sentence', (at) => suggest(model, (texts[at % texts.length] ?? '').slice(0, 60))],
    ['suggestion, 1,024 characters', (at) => suggest(model, long(1024)(at))],
    ['suggestion, 4,000 characters', (at) => suggest(model, long(4000)(at))],
  ]
  const timed: Timed[] = []
  for (const [name, ask] of questions) timed.push({ name, ...(await time(ask, rounds)) })
  return timed
}

/** Milliseconds of each of some calls, one after the other, after some that are not counted. */
async function time(ask: (at: number) => unknown, rounds: number): Promise<Omit<Timed, 'name'>> {
  const took: number[] = []
  for (let at = 0; at < WARM; at++) await ask(at)
  const before = process.cpuUsage()
  for (let at = 0; at < rounds; at++) {
    const began = performance.now()
    await ask(at)
    took.push(performance.now() - began)
  }
  const { user, system } = process.cpuUsage(before)
  took.sort((one, other) => one - other)
  const of = (share: number) => took[Math.floor(rounds * share)] ?? 0
  return { p50: of(0.5), p95: of(0.95), own: (user + system) / 1000 / rounds }
}

/** Calls before it counts. */
const WARM = 30

const COMMON = [
  'حفرة شارع',
  'انقطاع كهرباء',
  'ماء مقطوع',
  'موعد مستشفى',
  'راتب متأخر',
  'نفايات متراكمة',
  'شكوى مدرسة',
]
const RARER = ['كردينو', 'شارع راسلدي', 'حسقاديعب', 'حي نزجب مدرسة', 'زينو قرب']
const NEVER = ['راتب كهرباء', 'جواز حفرة', 'نفايات توجيهي', 'طبيب إشارة']
const ASKED = [
  'كيف أجدد جوازي',
  'الكهربا مقطوعة',
  'فاتورة المي غالية',
  'how do I renew my licence',
  'موعد المستشفى',
]

const officer = (role: StaffRole, scope: 'nation' | 'entity', scopeId?: string): Officer => ({
  id: '00000000-0000-7000-8000-000000000000',
  name: role,
  language: 'ar',
  grants: [{ id: '00000000-0000-7000-8000-000000000000', role, scope, ...(scopeId && { scopeId }) }],
})
