import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { openLog } from './log.ts'

function recorded() {
  const lines: string[] = []
  return { log: openLog('info', { write: (line) => lines.push(line) }), written: () => lines.join('') }
}

test('what people wrote and who they are never reaches the log', () => {
  const { log, written } = recorded()
  const canary = 'CANARY'
  log.info({ case: { requester: { name: canary, phone: canary }, text: canary }, pin: canary }, 'received')
  log.warn({ request: { headers: { cookie: canary, authorization: canary } } }, 'refused')
  assert.doesNotMatch(written(), /CANARY/)
  assert.match(written(), /received/)
})

test('an error of the database is written without the row it quotes', () => {
  const { log, written } = recorded()
  const duplicate = Object.assign(new pg.DatabaseError('duplicate key violates "people_email"', 1, 'error'), {
    code: '23505',
    detail: 'Key (email)=(CANARY) already exists.',
  })
  const wrong = Object.assign(new pg.DatabaseError('invalid input for uuid: "CANARY"', 1, 'error'), {
    code: '22P02',
  })
  log.error({ err: duplicate }, 'failed')
  log.error({ err: new Error('submit failed', { cause: wrong }) }, 'failed')
  assert.doesNotMatch(written(), /CANARY/)
  assert.match(written(), /people_email/)
  assert.match(written(), /22P02/)
})

test('the level decides what is written', () => {
  const lines: string[] = []
  const log = openLog('warn', { write: (line) => lines.push(line) })
  log.info('quiet')
  log.warn('loud')
  assert.equal(lines.length, 1)
})
