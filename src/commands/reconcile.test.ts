import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#platform'
import { aCountry } from '../../test/kit/country.ts'
import { answered } from '../../test/kit/situations.ts'
import { typed } from '../../test/kit/typed.ts'
import { reconcile } from './reconcile.ts'

test('the command prints both counts and ends with 0; a figure that was tampered with ends with 1 until it is rebuilt', async (t) => {
  const country = await aCountry(t)
  await answered(country)
  const run = async (...args: string[]) => {
    const { code, out } = await typed(reconcile, country.tools, ...args)
    return { code, said: out.join('\n') }
  }
  const clean = await run()
  assert.equal(clean.code, 0)
  assert.match(clean.said, /^ {2}answered +1 +1 +0$/m)
  assert.match(clean.said, /^difference 0$/m)
  await country.owner.run(sql`update rollup_deltas set answered = answered + 1 where answered > 0`)
  const wrong = await run()
  assert.equal(wrong.code, 1)
  assert.match(wrong.said, /^ {2}answered +1 +2 +1$/m)
  assert.equal((await run('--rebuild')).code, 0)
  assert.equal((await run('--nonsense')).code, 2)
})
