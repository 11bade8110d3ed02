import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { issueReceipt, keepProof, toCompact } from '#cases'
import { formatReference } from '#kernel'
import { sql } from '#platform'
import { anApp } from '../../test/kit/app.ts'
import * as a from '../../test/kit/situations.ts'
import { typed } from '../../test/kit/typed.ts'
import { verify } from './verify.ts'

/** An answered case under a head, and the command as an operator types it. */
async function aRecord(t: TestContext) {
  const { tools, country } = await anApp(t)
  const made = await a.answered(country)
  for (let tries = 0; tries < 500; tries++) {
    await keepProof(tools)
    if (tools.proof.heads().length > 0) break
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const run = async (...args: string[]) => {
    const { code, out, error } = await typed(verify, tools, ...args)
    return { code, said: out.join('\n'), complained: error }
  }
  return { tools, country, made, run, folder: join(tools.proof.headsDir, '..') }
}

test('a database that nobody touched is in order: exit code 0, and how much was looked at', async (t) => {
  const { run } = await aRecord(t)
  const { code, said, complained } = await run()
  assert.deepEqual([code, complained], [0, ''])
  assert.match(said, /In order: 5 events in \d+ batches, 1 heads, 1 heads from outside/)
})

test('what was done to history is told in words, with the case’s number: exit code 1', async (t) => {
  const { run, country, made } = await aRecord(t)
  const number = formatReference(made.reference)
  await country.owner.run(sql`
    update case_events set role = 'system' where case_id = ${made.id} and seq = 2`)
  await country.owner.run(sql`delete from case_words where case_id = ${made.id} and seq = 3`)
  const { code, complained } = await run()
  assert.equal(code, 1)
  assert.ok(complained.includes(`Step 2 of case ${number} was changed after it was sealed.`), complained)
  assert.ok(complained.includes(`The words of step 3 of case ${number} were deleted.`), complained)
})

test('a receipt is checked as a file and as the letters of its code, against keys and record', async (t) => {
  const { run, tools, country, made, folder } = await aRecord(t)
  const { receipt } = a.granted(await issueReceipt(tools, made.id, 'answered'))
  const file = join(folder, 'receipt.json')
  writeFileSync(file, JSON.stringify(receipt))
  const genuine = await run('--receipt', file)
  assert.equal(genuine.code, 0, genuine.complained)
  assert.match(genuine.said, /Genuine: signed by http:\/\/localhost/)
  assert.match(genuine.said, /The words in it are those that were submitted/)
  assert.match(genuine.said, /in the record that was signed on 2026-10-01/)
  writeFileSync(file, toCompact(receipt))
  assert.equal((await run('--receipt', file)).code, 0)
  writeFileSync(file, JSON.stringify({ ...receipt, signed: receipt.signed.replace('solved', 'refused') }))
  const forged = await run('--receipt', file)
  assert.deepEqual([forged.code, forged.complained], [1, 'Not genuine: it was changed after it was signed.'])
  writeFileSync(file, JSON.stringify(receipt))
  await country.owner.run(sql`
    update case_events set at = at - interval '1 day' where case_id = ${made.id} and step = 'release'`)
  assert.equal((await run('--receipt', file)).code, 1)
})

test('what cannot be understood or read is exit code 2, with a hint', async (t) => {
  const { run } = await aRecord(t)
  for (const args of [['--wrong'], ['--receipt', '/nowhere'], ['--heads', '/nowhere']])
    assert.equal((await run(...args)).code, 2, args.join(' '))
  assert.equal((await run('--help')).code, 0)
})

test('a new key is begun where the old one is, and nothing that was signed is lost', async (t) => {
  const { run } = await aRecord(t)
  const begun = await run('--new-key')
  assert.equal(begun.code, 0, begun.complained)
  assert.equal((await run()).code, 0)
})
