import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Room } from '#integrity'
import { base64url } from '#sealing'
import { aReporter, call, work } from '../../../test/kit/sealed-reporter.ts'
import { aRoom, type SealedRoom } from '../../../test/kit/sealed-room.ts'
import { sealedRoom } from './index.ts'

test('a hundred wrong receipts get one answer, byte for byte, and the same headers', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  await reporter.submit()
  const seen = new Set<string>()
  for (let guess = 0; guess < 100; guess++) {
    const access = base64url(crypto.getRandomValues(new Uint8Array(32)))
    const answer = await call(room, 'POST', '/sealed/api/visit', { ...(await work(room)), access })
    seen.add(JSON.stringify([answer.status, answer.text, [...answer.headers]]))
  }
  assert.deepEqual(
    [...seen].map((one) => JSON.parse(one)[1]),
    ['{"visit":null}'],
  )
})

test('for a wrong receipt the same statements run and as many keys are read as for a right one', async (t) => {
  const room = await aRoom(t)
  const reporter = await aReporter(room)
  await reporter.submit({ identity: true })
  const watched = watch(room)
  const pairs = 20
  for (let pair = 0; pair < pairs; pair++) {
    const right = await watched.during(reporter.access)
    const wrong = await watched.during(base64url(crypto.getRandomValues(new Uint8Array(32))))
    assert.deepEqual(wrong, right)
    assert.ok(right.length >= 6)
  }
})

/** The room with its database and its folder of keys listened to. */
function watch(from: SealedRoom) {
  const heard: string[] = []
  const { db, vault } = from.room
  const listening = (target: Room['db']): Room['db'] => ({
    ...target,
    rows: (statement) => {
      heard.push(statement.text)
      return target.rows(statement)
    },
    row: (statement) => {
      heard.push(statement.text)
      return target.row(statement)
    },
    run: (statement) => {
      heard.push(statement.text)
      return target.run(statement)
    },
    transaction: (work) => target.transaction((tx) => work(listening(tx))),
  })
  const room: Room = {
    ...from.room,
    db: listening(db),
    vault: {
      ...vault,
      key: (report) => {
        heard.push('key')
        return vault.key(report)
      },
      decoy: () => {
        heard.push('key')
        return vault.decoy()
      },
    },
  }
  const none = { law: '', protection: '', routes: [] }
  const app = sealedRoom(room, { texts: () => ({ ar: none, en: none }) })
  return {
    during: async (access: string) => {
      const done = await work({ app })
      heard.length = 0
      assert.equal((await call({ app }, 'POST', '/sealed/api/visit', { ...done, access })).status, 200)
      return [...heard]
    },
  }
}
