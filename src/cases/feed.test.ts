import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#platform'
import { aCountry } from '../../test/kit/country.ts'
import * as a from '../../test/kit/situations.ts'
import { eventsAfter } from './store/feed.ts'
import { sealableAfter } from './store/proof/chain.ts'

const BEGINNING = { tx: '0', caseId: '00000000-0000-0000-0000-000000000000', seq: 0 }

test('the feed goes by the number of the transaction, not by its letters: 9 before 10 before 100', async (t) => {
  const country = await aCountry(t)
  const { id } = await a.routed(country)
  await a.through(country, { id } as never, [a.staff(country.people.liaison), 'take-up'])
  // Whatever else runs in the cluster is younger than these.
  await country.owner.run(sql`
    update case_events set tx = (array['100', '9', '10']::xid8[])[seq] where case_id = ${id}`)
  for (const read of [eventsAfter, sealableAfter]) {
    const found: string[] = []
    let after = BEGINNING
    for (;;) {
      const [next] = await read(country.db, after, 1)
      if (!next) break
      found.push(next.tx)
      after = next
    }
    assert.deepEqual(found, ['9', '10', '100'])
  }
})
