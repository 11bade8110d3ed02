import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import {
  chainSealer,
  checkReceipt,
  issueReceipt,
  keepProof,
  openProofFolder,
  publicKeys,
  publishedKeys,
  rotateKey,
  verifyHistory,
} from '#cases'
import { newId } from '#kernel'
import { advance, catchUp, type Db, json, sql } from '#platform'
import { aCountry, type Country } from '../../test/kit/country.ts'
import * as a from '../../test/kit/situations.ts'
import { readWitnesses } from '../commands/verifying/witnesses.ts'
import { readHead } from './model/proof/head.ts'
import { hasGrown } from './model/proof/tree.ts'
import { cursorOf, unsealedAfter } from './store/proof/audit.ts'
import { lastBatch } from './store/proof/chain.ts'
import { headsBefore } from './store/proof/heads.ts'

async function aRecord(t: TestContext) {
  const country = await aCountry(t)
  const dir = mkdtempSync(join(tmpdir(), 'sawt-proof-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  const tools = {
    ...country.tools,
    proof: openProofFolder(dir),
    publicUrl: 'https://sawt.example.gov',
    secret: Buffer.alloc(32, 7),
  }
  return { country, tools, dir }
}

/** Several cases, sealed in several batches, the last of them under a head. */
async function aSealedRecord(t: TestContext) {
  const made = await aRecord(t)
  const { country, tools } = made
  const cases = [await a.answered(country)]
  await sealAll(country.db)
  cases.push(await a.replied(country), await a.submitted(country))
  await sealAll(country.db)
  cases.push(await manyNotes(country, 700))
  await keepAll(tools)
  return { ...made, cases }
}

/** The feed waits for every transaction of the cluster that is still running, also for those of other tests. */
async function sealAll(db: Db) {
  for (let tries = 0; tries < 500; tries++) {
    await catchUp(db, chainSealer)
    const cursor = await cursorOf(db, 'chain')
    if (cursor && (await unsealedAfter(db, cursor, 1)).length === 0) return
    await pause(20)
  }
  assert.fail('something in the cluster runs for ever')
}

async function keepAll(tools: Awaited<ReturnType<typeof aRecord>>['tools']) {
  await sealAll(tools.db)
  await keepProof(tools)
}

/** A case with a history long enough for stored nodes of the tree. */
async function manyNotes(country: Country, count: number) {
  const made = await a.submitted(country)
  await country.owner.run(sql`
    insert into case_events (case_id, seq, step, at, role, facts)
    select ${made.id}, n + 1, 'note', now(), 'reviewer', ${json({ note: true })}::jsonb
      from generate_series(1, ${count}::int) n`)
  await country.owner.run(sql`update cases set seq = ${count + 1} where id = ${made.id}`)
  return made
}

const ROLL_BACK = new Error('rolled back')

/** What verifying finds after the owner of the database did something to it, which is undone again. */
async function foundAfter(
  { country, tools }: Awaited<ReturnType<typeof aRecord>>,
  crime: (tx: Db) => Promise<unknown>,
) {
  let found: Awaited<ReturnType<typeof verifyHistory>> | undefined
  await country.owner
    .transaction(async (tx) => {
      await tx.run(sql`set local session_replication_role = replica`)
      await crime(tx)
      found = await verifyHistory(tx, { witnesses: readWitnesses(tools.proof, []) as [] })
      throw ROLL_BACK
    })
    .catch((error) => assert.equal(error, ROLL_BACK))
  return (found?.faults ?? []).map((fault) =>
    'seq' in fault
      ? `${fault.what} ${fault.seq}`
      : 'number' in fault
        ? `${fault.what} ${fault.number}`
        : fault.what,
  )
}

test('a history that nobody touched is in order, and every event of it is sealed', async (t) => {
  const { country, tools } = await aSealedRecord(t)
  const found = await verifyHistory(country.db, { witnesses: readWitnesses(tools.proof, []) as [] })
  const events = await country.db.row<{ n: number }>(sql`select count(*) as n from case_events`)
  assert.deepEqual(
    { ...found, batches: 0 },
    { events: events?.n, unsealed: 0, batches: 0, heads: 1, faults: [], more: 0 },
  )
  assert.ok(found.batches >= 4)
})

test('every way to rewrite an event is found, and told by case and step', async (t) => {
  const record = await aSealedRecord(t)
  const [first] = record.cases
  const { id } = first as { id: string }
  const set = (column: string) => async (tx: Db) => {
    const done = await tx.run(CRIMES[column]?.(id) ?? sql``)
    assert.equal(done, 1)
  }
  for (const column of Object.keys(CRIMES))
    assert.deepEqual(await foundAfter(record, set(column)), ['event-changed 2'], column)
})

const CRIMES: Record<string, (id: string) => ReturnType<typeof sql>> = {
  step: (id) => sql`update case_events set step = 'refuse' where case_id = ${id} and seq = 2`,
  at: (id) =>
    sql`update case_events set at = at - interval '1 microsecond' where case_id = ${id} and seq = 2`,
  role: (id) => sql`update case_events set role = 'system' where case_id = ${id} and seq = 2`,
  actor: (id) => sql`update case_events set actor_id = null where case_id = ${id} and seq = 2`,
  facts: (id) =>
    sql`update case_events set facts = facts || '{"entity": "housing"}' where case_id = ${id} and seq = 2`,
  'one more fact': (id) =>
    sql`update case_events set facts = facts || '{"x": null}' where case_id = ${id} and seq = 2`,
}

test('words that were changed, deleted, added or swapped are found', async (t) => {
  const record = await aSealedRecord(t)
  const [answered, replied] = record.cases as unknown as [{ id: string }, { id: string }]
  const at = (crime: ReturnType<typeof sql>) => foundAfter(record, (tx) => tx.run(crime))
  assert.deepEqual(
    await at(
      sql`update case_words set words = words || '{"text": "x"}' where case_id = ${answered.id} and seq = 1`,
    ),
    ['words-changed 1'],
  )
  assert.deepEqual(await at(sql`delete from case_words where case_id = ${answered.id} and seq = 3`), [
    'words-missing 3',
  ])
  assert.deepEqual(
    await at(sql`insert into case_words (case_id, seq, words) values (${answered.id}, 2, '{"note": "x"}')`),
    ['words-added 2'],
  )
  assert.deepEqual(
    await at(sql`
      update case_events set facts = facts || '{"subject": "x"}' where case_id = ${replied.id} and seq = 1`),
    ['subject-changed 1'],
  )
  // With a hash to match, the words pass and the event does not.
  assert.deepEqual(
    await at(sql`
      with w as (update case_words set words = '{}' where case_id = ${answered.id} and seq = 3)
      update case_events set words_hash = sha256('{}') where case_id = ${answered.id} and seq = 3`),
    ['event-changed 3'],
  )
})

test('deleting, inserting and reordering are found', async (t) => {
  const record = await aSealedRecord(t)
  const [answered, replied] = record.cases as unknown as [{ id: string }, { id: string }]
  const at = async (...crimes: ReturnType<typeof sql>[]) =>
    foundAfter(record, async (tx) => {
      for (const crime of crimes) await tx.run(crime)
    })
  assert.deepEqual(
    await at(
      sql`delete from case_words where case_id = ${answered.id} and seq = 3`,
      sql`delete from case_events where case_id = ${answered.id} and seq = 3`,
    ),
    ['event-missing 3', 'case-out-of-step 5'],
  )
  // A whole case, with its row.
  assert.deepEqual(
    (
      await at(
        sql`delete from case_words where case_id = ${replied.id}`,
        sql`delete from case_events where case_id = ${replied.id}`,
        sql`delete from cases where id = ${replied.id}`,
      )
    ).toSorted(),
    ['event-missing 1', 'event-missing 2', 'event-missing 3'],
  )
  assert.deepEqual(
    await at(sql`
      insert into case_events (case_id, seq, step, at, role, tx)
      select case_id, 9, 'note', at, 'head', tx from case_events where case_id = ${answered.id} and seq = 2`),
    ['event-added 9', 'case-out-of-step 5'],
  )
  // Two events change places.
  const moved = await at(sql`
    update case_events e set tx = o.tx from case_events o
     where e.case_id = ${answered.id} and o.case_id = e.case_id
       and ((e.seq = 2 and o.seq = 4) or (e.seq = 4 and o.seq = 2))`)
  assert.ok(moved.length >= 2 && moved.every((fault) => fault.startsWith('event-moved')), `${moved}`)
  // Moved to the end, where nothing is sealed yet.
  assert.deepEqual(
    await at(sql`
      update case_events set tx = '999999999' where case_id = ${answered.id} and seq = 2`),
    ['event-moved 2'],
  )
})

test('cutting off the end is found, also when the chain is cut with it', async (t) => {
  const record = await aSealedRecord(t)
  const last = await lastBatch(record.country.db)
  assert.ok(last)
  const events = sql`delete from case_events where (tx, case_id, seq) >= (${last.first.tx}::xid8, ${last.first.caseId}::uuid, ${last.first.seq}::int)`
  const batch = sql`delete from chain_batches where number = ${last.number}`
  const cursor = sql`
    update feed_cursors c set tx = b.last_tx, case_id = b.last_case, seq = b.last_seq
      from chain_batches b where b.number = ${last.number - 1} and c.consumer = 'chain'`
  const rows = sql`
    update cases c set seq = coalesce((select max(seq) from case_events e where e.case_id = c.id), 0)`
  const kinds = async (...crimes: ReturnType<typeof sql>[]) => {
    const found = await foundAfter(record, async (tx) => {
      for (const crime of crimes) await tx.run(crime)
    })
    return [...new Set(found.map((one) => one.split(' ')[0]))]
  }
  assert.deepEqual(await kinds(events, rows), ['event-missing'])
  assert.deepEqual(await kinds(events, rows, batch), ['record-short', 'cursor-ahead'])
  assert.deepEqual(await kinds(events, rows, batch, cursor), ['record-short'])
  // Only the copies outside the database know of it now.
  const heads = sql`delete from proof_heads`
  assert.deepEqual(await kinds(events, rows, batch, cursor, heads), ['head-missing', 'record-short'])
})

test('whoever rewrites the chain too is given away by the signed heads', async (t) => {
  const record = await aSealedRecord(t)
  const [answered] = record.cases as unknown as [{ id: string }]
  const found = await foundAfter(record, async (tx) => {
    await tx.run(sql`update case_events set role = 'system' where case_id = ${answered.id} and seq = 2`)
    await tx.run(sql`delete from chain_batches`)
    await tx.run(sql`delete from chain_nodes`)
    await tx.run(sql`delete from feed_cursors where consumer = 'chain'`)
    // The seal is put on anew, as the application would.
    await tx.run(sql`insert into feed_cursors (consumer) values ('chain')`)
    for (let count = -1; count !== 0; ) {
      const cursor = (await tx.row<{ tx: string; caseId: string; seq: number }>(
        sql`select tx::text as tx, case_id as "caseId", seq from feed_cursors where consumer = 'chain'`,
      )) as { tx: string; caseId: string; seq: number }
      const items = await chainSealer.read(tx, cursor, 300)
      count = items.length
      const end = items.at(-1)
      if (!end) break
      await chainSealer.handle(tx, items)
      await tx.run(sql`
        update feed_cursors set tx = ${end.tx}::xid8, case_id = ${end.caseId}, seq = ${end.seq} where consumer = 'chain'`)
    }
  })
  assert.deepEqual(found, ['record-rewritten', 'record-rewritten'])
})

test('a changed, deleted or swapped batch, node, head or key is found', async (t) => {
  const record = await aSealedRecord(t)
  const at = (crime: ReturnType<typeof sql>) => foundAfter(record, (tx) => tx.run(crime))
  const has = async (crime: ReturnType<typeof sql>, ...expected: string[]) => {
    const found = await at(crime)
    for (const one of expected) assert.ok(found.includes(one), `${expected} not in ${found}`)
  }
  await has(sql`update chain_batches set root = sha256('x') where number = 2`, 'batch-changed 2')
  await has(
    sql`update chain_batches set entries = set_byte(entries, 30, 1) where number = 2`,
    'batch-changed 2',
  )
  await has(sql`update chain_batches set peaks = sha256('x') where number = 2`, 'batch-changed 2')
  await has(sql`update chain_batches set previous = sha256('x') where number = 2`, 'batch-changed 2')
  await has(sql`delete from chain_batches where number = 2`, 'batch-missing 2')
  await has(sql`update chain_nodes set hash = sha256('x') where level = 8 and index = 1`, 'node-wrong')
  await has(sql`delete from chain_nodes where level = 9`, 'node-wrong')
  await has(
    sql`update proof_heads set signed = replace(signed, '"size":', '"size":1')`,
    'head-forged',
    'head-replaced',
  )
  await has(sql`update proof_heads set signature = 'AAAA'`, 'head-forged')
  await has(sql`update proof_heads set size = 3`, 'head-unlinked')
  await has(sql`delete from proof_heads`, 'head-missing')
  await has(sql`update proof_keys set signed = replace(signed, 'first', 'lost')`, 'key-broken 1')
})

test('the application itself can change or delete nothing of it', async (t) => {
  const { country } = await aSealedRecord(t)
  for (const table of ['chain_batches', 'chain_nodes', 'proof_heads', 'proof_keys']) {
    const { rows } = await country.owner.pool.query(
      `select has_table_privilege('sawt_app', $1, 'update') or has_table_privilege('sawt_app', $1, 'delete')
              or has_table_privilege('sawt_app', $1, 'truncate') as may`,
      [table],
    )
    assert.deepEqual(rows, [{ may: false }])
  }
})

test('several processes seal at once: one chain, each event once', async (t) => {
  const { country } = await aRecord(t)
  for (let n = 0; n < 5; n++) await a.answered(country)
  await manyNotes(country, 1800)
  await catchUp(country.db, { ...chainSealer, read: async () => [] })
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let n = 0; n < 20; n++) await advance(country.db, chainSealer)
    }),
  )
  await sealAll(country.db)
  const found = await verifyHistory(country.db)
  assert.deepEqual([found.faults, found.unsealed], [[], 0])
  const events = await country.db.row<{ n: number }>(sql`select count(*) as n from case_events`)
  assert.equal(found.events, events?.n)
})

test('sealed again from the start, in other portions, the record has the same root', async (t) => {
  const { country, tools } = await aSealedRecord(t)
  const before = await lastBatch(country.db)
  await country.owner.run(sql`truncate chain_batches, chain_nodes`)
  await country.owner.run(sql`delete from feed_cursors where consumer = 'chain'`)
  await sealAll(country.db)
  const after = await lastBatch(country.db)
  assert.deepEqual([after?.size, after?.root], [before?.size, before?.root])
  assert.notEqual(after?.number, before?.number)
  const found = await verifyHistory(country.db, { witnesses: readWitnesses(tools.proof, []) as [] })
  assert.deepEqual(found.faults, [])
})

test('a chain that was cut off is not sealed over', async (t) => {
  const { country } = await aSealedRecord(t)
  await country.owner.run(
    sql`delete from chain_batches where number = (select max(number) from chain_batches)`,
  )
  await a.submitted(country)
  await assert.rejects(advance(country.db, chainSealer), /sawt verify/)
})

test('one head a day, in the nation’s time, each growing from the one before', async (t) => {
  const { country, tools } = await aRecord(t)
  await keepAll(tools)
  assert.equal((await headsBefore(country.db, 99, 9)).length, 0)
  await a.answered(country)
  await keepAll(tools)
  await keepAll(tools)
  country.clock.set('2026-10-01T23:59:00+03:00')
  await keepAll(tools)
  await a.answered(country)
  country.clock.set('2026-10-02T00:00:05+03:00')
  await Promise.all([keepAll(tools), keepAll(tools)])
  const [second, first] = await headsBefore(country.db, 99, 9)
  assert.ok(first && second)
  const said = [first, second].map(({ signed }) => readHead(signed))
  assert.deepEqual(
    said.map((head) => head?.day),
    ['2026-10-01', '2026-10-02'],
  )
  const growth = Array.from({ length: second.growth.length / 32 }, (_, at) =>
    second.growth.subarray(at * 32, at * 32 + 32),
  )
  const [from, to] = said.map((head) => ({
    size: head?.size ?? 0,
    root: Buffer.from(head?.root ?? '', 'hex'),
  }))
  assert.ok(from && to && hasGrown(from, to, growth))
  assert.deepEqual(
    tools.proof.heads().map(({ text }) => JSON.parse(text).signed),
    [first.signed, second.signed],
  )
})

test('private keys are for their owner alone; a new key is signed in by the old one', async (t) => {
  const { country, tools, dir } = await aSealedRecord(t)
  const [first] = await publishedKeys(country.db)
  assert.equal(statSync(join(dir, 'keys', `${first?.id}.pem`)).mode & 0o777, 0o600)
  assert.equal(statSync(join(dir, 'keys')).mode & 0o777, 0o700)
  assert.match(readFileSync(join(dir, 'keys', `${first?.id}.public.pem`), 'utf8'), /BEGIN PUBLIC KEY/)
  assert.ok((await rotateKey(tools, { lost: false })).ok)
  assert.equal(publicKeys(await publishedKeys(country.db)).size, 2)
  const nowhere = { ...tools, proof: openProofFolder(join(dir, 'elsewhere')) }
  assert.equal((await rotateKey(nowhere, { lost: false })).ok, false)
  assert.deepEqual(await issueReceipt(nowhere, newId(), 'submitted'), { ok: false, reason: 'not-yet' })
  assert.ok((await rotateKey(nowhere, { lost: true })).ok)
  assert.deepEqual((await verifyHistory(country.db)).faults, [])
  await country.owner.run(sql`update proof_keys set approval = signature where number = 2`)
  assert.deepEqual((await verifyHistory(country.db)).faults, [{ what: 'key-broken', number: 2 }])
})

test('a receipt is signed at once, stays the same, and gains its proof with the next head', async (t) => {
  const { country, tools } = await aRecord(t)
  const made = await a.submitted(country)
  const issue = async () => a.granted(await issueReceipt(tools, made.id, 'submitted')).receipt
  const early = await issue()
  assert.equal(early.inclusion, undefined)
  await keepAll(tools)
  await manyNotes(country, 900)
  country.clock.forward({ hours: 24 })
  await keepAll(tools)
  const late = await issue()
  assert.deepEqual({ ...late, inclusion: undefined }, early)
  const keys = publicKeys(await publishedKeys(country.db))
  const checked = a.granted(checkReceipt(JSON.stringify(late), keys))
  assert.equal(checked.head?.day, '2026-10-01')
  assert.equal((checked.words as { text: string }).text, a.aPothole.text)
})

test('every event of a long record can be proven under its head', async (t) => {
  const { country, tools } = await aSealedRecord(t)
  const keys = publicKeys(await publishedKeys(country.db))
  const [answered] = await country.db.rows<{ id: string }>(sql`select id from cases where stage = 'answered'`)
  for (const moment of ['submitted', 'answered'] as const) {
    const { receipt } = a.granted(await issueReceipt(tools, answered?.id ?? '', moment))
    const { statement, head, answer } = a.granted(checkReceipt(JSON.stringify(receipt), keys))
    assert.equal(head?.day, '2026-10-01')
    assert.equal(statement.moment, moment)
    if (statement.moment === 'answered') assert.equal(statement.outcome, 'solved')
    if (moment === 'answered') assert.equal((answer as { text: string }).text, a.A_REPLY.text)
  }
})

test('a receipt forged in its words, its answer or its proof is refused', async (t) => {
  const { country, tools, cases } = await aSealedRecord(t)
  const keys = publicKeys(await publishedKeys(country.db))
  const { receipt } = a.granted(await issueReceipt(tools, cases[0]?.id ?? '', 'answered'))
  const { inclusion, words, answer } = receipt
  assert.ok(inclusion && words && answer)
  const reason = (change: object) => {
    const checked = checkReceipt(JSON.stringify({ ...receipt, ...change }), keys)
    return checked.ok ? 'genuine' : checked.reason
  }
  assert.equal(reason({}), 'genuine')
  assert.equal(reason({ words: { ...words, content: { text: 'I never said this' } } }), 'words-differ')
  assert.equal(reason({ words: { ...words, salt: '00'.repeat(16) } }), 'words-differ')
  assert.equal(reason({ words: answer }), 'words-differ')
  assert.equal(reason({ answer: words }), 'answer-differs')
  assert.equal(reason({ inclusion: { ...inclusion, index: inclusion.index + 1 } }), 'not-in-record')
  assert.equal(reason({ inclusion: { ...inclusion, path: inclusion.path.slice(1) } }), 'not-in-record')
  const { head } = inclusion
  const grown = { ...head, signed: head.signed.replace('"size":', '"size":1') }
  assert.equal(reason({ inclusion: { ...inclusion, head: grown } }), 'head-forged')
  assert.equal(reason({ publicKey: '00'.repeat(32) }), 'unknown-key')
})

test('a service that moves to another address keeps its proofs', async (t) => {
  const { country, tools, cases } = await aSealedRecord(t)
  const moved = { ...tools, publicUrl: 'https://voice.example.gov' }
  const { receipt } = a.granted(await issueReceipt(moved, cases[0]?.id ?? '', 'submitted'))
  const keys = publicKeys(await publishedKeys(country.db))
  assert.equal(a.granted(checkReceipt(JSON.stringify(receipt), keys)).head?.day, '2026-10-01')
})

test('before there is an answer there is no receipt of one', async (t) => {
  const { country, tools } = await aRecord(t)
  const made = await a.replied(country)
  assert.deepEqual(await issueReceipt(tools, made.id, 'answered'), { ok: false, reason: 'not-yet' })
  assert.deepEqual(await issueReceipt(tools, newId(), 'submitted'), { ok: false, reason: 'not-yet' })
})

test('heads that somebody brings are held against the record, whatever the files hold', async (t) => {
  const { country, tools, dir } = await aSealedRecord(t)
  writeFileSync(join(dir, 'not-a-head.json'), '{"hello": 1}')
  const witnesses = readWitnesses(tools.proof, [join(dir, 'not-a-head.json')])
  assert.ok(Array.isArray(witnesses))
  const { faults } = await verifyHistory(country.db, { witnesses })
  assert.deepEqual(
    faults.map(({ what }) => what),
    ['head-forged'],
  )
  assert.equal(typeof readWitnesses(tools.proof, [join(dir, 'missing.json')]), 'string')
})
