import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '#kernel'
import { asInstantText, eventText } from './event-text.ts'

const event = fc.record({
  caseId: fc.uuid(),
  seq: fc.integer({ min: 1 }),
  step: fc.string(),
  at: fc.constant('2026-10-01T07:00:00.123456Z'),
  role: fc.string(),
  actorId: fc.option(fc.uuid()),
  facts: fc.dictionary(fc.string(), fc.jsonValue()),
  wordsHash: fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes))),
})

test('the text of an event is canonical JSON of all that makes it, its subject left out', () => {
  fc.assert(
    fc.property(event, (one) => {
      const { subject: _, ...facts } = one.facts
      const content = {
        kind: 'sawt-event-1',
        case: one.caseId,
        seq: one.seq,
        step: one.step,
        at: one.at,
        role: one.role,
        actor: one.actorId,
        facts,
        words: one.wordsHash?.toString('hex') ?? null,
      }
      assert.equal(eventText(one), canonicalJson(content))
      assert.equal(eventText({ ...one, facts: { ...one.facts, subject: 'erased' } }), canonicalJson(content))
    }),
  )
})

test('a moment as PostgreSQL writes it becomes the one that Temporal writes', () => {
  for (const text of ['2026-10-01T07:00:00Z', '2026-10-01T07:00:00.1Z', '2026-10-01T07:00:00.123456Z']) {
    const stored = `${text.slice(0, 10)} ${text.slice(11, -1)}+00`
    assert.equal(asInstantText(stored), Temporal.Instant.from(text).toString())
  }
})
