import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownerAt } from '#entities'
import { sql } from '#platform'
import { announced, linkCases, listPublicProblems, readEverything } from '#problems'
import { workingDayAfter } from '#promises'
import { freshDatabase } from '../../../test/kit/database.ts'
import { aDemonstration } from '../../../test/kit/demonstration.ts'
import { seedMonths } from './months.ts'
import { seedProblems } from './problems.ts'
import { seedSituations } from './situations.ts'

for (const country of ['bahrain', 'jordan'])
  test(`the demonstration of ${country} shows a problem proposed, one announced, one that held and one that came back`, async (t) => {
    const { db } = await freshDatabase(t)
    const tools = await aDemonstration(db, country)
    await seedProblems(tools, country)
    await seedMonths(tools, country)
    await seedSituations(tools, country)
    await readEverything(tools)
    await linkCases(tools)
    const directory = await tools.directory()
    const routed = await db.rows<{ category: string; place: string; entity: string }>(sql`
      select category_id as category, place_id as place, entity_id as entity from cases
       where place_id is not null and category_id is not null and entity_id is not null`)
    assert.ok(routed.length >= 40, 'cases say where they happened')
    for (const { category, place, entity } of routed)
      assert.equal(ownerAt(directory, category, place)?.id, entity, 'as the desk would route it')
    const answered = await db.row<{ n: number }>(sql`
      select count(*) as n from problem_cases join cases on id = case_id where answered_at is not null`)
    assert.ok((answered?.n ?? 0) >= 8, 'whose fix held, and whose came back, were answered together')
    const states = await db.rows<{ state: string }>(sql`select state from problems order by state`)
    assert.deepEqual(
      states.map(({ state }) => state),
      ['came-back', 'fixing', 'held', 'proposed'],
    )
    const [known, ...others] = await announced(tools)
    assert.ok(known && others.length === 0)
    const [fixing, held] = await listPublicProblems(tools)
    assert.deepEqual([fixing?.state, held?.state], ['fixing', 'held'])
    assert.deepEqual(
      [held?.cases, held?.since],
      [8, 0],
      'whoever reads that it held finds nobody who says otherwise',
    )
    const planned = await db.row<{ fixBy: string }>(sql`
      select fix_by::text as "fixBy" from problems where state = 'fixing'`)
    const until = known.until.subtract({ seconds: 1 }).toZonedDateTimeISO(directory.timeZone).toPlainDate()
    assert.equal(planned?.fixBy, until.toString(), 'announced until the day on which it is to be fixed')
    const { calendarId } = directory.entity(fixing?.entity) ?? assert.fail()
    const calendar = (await tools.book()).calendar(calendarId)
    assert.ok(workingDayAfter(until.subtract({ days: 1 }), calendar).equals(until), 'a working day')
  })
