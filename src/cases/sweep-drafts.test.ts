import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDraft, keepDraft, sweepDrafts } from '#cases'
import { aCountry } from '../../test/kit/country.ts'

test('a draft is kept for a month, and longer when it still waits for somebody', async (t) => {
  const { tools, clock } = await aCountry(t)
  const removed: string[] = []
  const sweeping = { ...tools, files: { remove: async (id: string) => void removed.push(id) } }
  for (const visitor of ['one', 'two']) await keepDraft(tools, visitor, undefined, { answers: { text: 'x' } })
  clock.forward({ days: 29 })
  assert.equal(await sweepDrafts(sweeping), 0)
  await keepDraft(tools, 'three', undefined, { answers: {} })
  clock.forward({ days: 2 })
  const kept = (await findDraft(tools, 'two'))?.id ?? ''
  assert.equal(await sweepDrafts(sweeping, [kept]), 1)
  assert.equal(await findDraft(tools, 'one'), undefined)
  assert.ok(await findDraft(tools, 'two'))
  assert.ok(await findDraft(tools, 'three'))
})
