import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Health, type Road, roadsOf, worstRoadsFirst } from './health.ts'

const WELL: Health = {
  waysOut: [{ channel: 'mail', due: 0, waits: 0, retrying: 0, sends: true, failed: 0 }],
  webhooks: { active: 2, failing: 0, givenUp: 0, waits: 0 },
  mailbox: { fault: false, unread: 20 },
  letters: 0,
  chats: { waiting: 0, waits: 0 },
  feed: { behind: 0, consumer: null },
  clocks: 0,
}

const conditionOf = (road: Road, changes: Partial<Health>) =>
  roadsOf({ ...WELL, ...changes }).find((each) => each.road === road)?.condition

const mail = (changes: Partial<Health['waysOut'][number]>): Partial<Health> => ({
  waysOut: WELL.waysOut.map((each) => ({ ...each, ...changes })),
})

test('where everything works, everything is said to work', () => {
  assert.ok(roadsOf(WELL).every(({ condition, off }) => condition === 'fine' && !off))
})

test('a way out is broken when what it tries fails and nothing goes through, slow when one bad address is among many good', () => {
  assert.equal(conditionOf('mail', mail({ retrying: 3, sends: false })), 'broken')
  assert.equal(conditionOf('mail', mail({ retrying: 3 })), 'slow')
  assert.equal(conditionOf('mail', mail({ due: 4, waits: 20 })), 'fine')
  assert.equal(conditionOf('mail', mail({ due: 4, waits: 120 })), 'slow')
  assert.equal(conditionOf('mail', mail({ due: 4, waits: 1200 })), 'broken')
  assert.equal(conditionOf('mail', mail({ failed: 7 })), 'fine', 'what bounced was the address')
})

test('systems of entities: one that does not answer is slow, none that answers is broken', () => {
  assert.equal(conditionOf('webhooks', { webhooks: { ...WELL.webhooks, failing: 1 } }), 'slow')
  assert.equal(conditionOf('webhooks', { webhooks: { ...WELL.webhooks, failing: 2 } }), 'broken')
  assert.equal(conditionOf('webhooks', { webhooks: { active: 1, failing: 0, givenUp: 1, waits: 0 } }), 'slow')
})

test('a mailbox that nobody reads is late even when it reported no fault, and one that nobody connected is not', () => {
  assert.equal(conditionOf('mailbox', { mailbox: { fault: true, unread: 0 } }), 'broken')
  assert.equal(conditionOf('mailbox', { mailbox: { fault: false, unread: 3600 } }), 'broken')
  const none = roadsOf({ ...WELL, mailbox: undefined }).find(({ road }) => road === 'mailbox')
  assert.deepEqual([none?.condition, none?.off], ['fine', true])
})

test('what is broken stands first, then what is slow', () => {
  const roads = roadsOf({
    ...WELL,
    feed: { behind: 60, consumer: 'search' },
    clocks: 600,
  })
  assert.deepEqual(
    worstRoadsFirst(roads)
      .slice(0, 3)
      .map(({ road }) => road),
    ['clocks', 'feed', 'mail'],
  )
})
