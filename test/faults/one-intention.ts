import { newId } from '#kernel'
import { sql } from '#platform'
import type { Outcome } from './books.ts'
import { type Bench, onePlace } from './place.ts'

/** Fifty clicks at once under one key make one case, time after time; the same key for other words is refused. */
export async function oneIntention(bench: Bench, times: number): Promise<Outcome> {
  const place = onePlace(bench)
  const { address } = await place.start()
  const { agent } = place.tokens
  const click = (key: string, text: string) =>
    fetch(`${address}/api/v1/cases`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        authorization: `Bearer ${agent}`,
      },
      body: JSON.stringify({ type: 'complaint', text }),
    })
  const references = new Set<string>()
  const broken: string[] = []
  for (let round = 0; round < times; round++) {
    const key = newId()
    const answers = await Promise.all(Array.from({ length: CLICKS }, () => click(key, `حفرة ${key}`)))
    const said = await Promise.all(answers.map(async (each) => (await each.json()) as { reference?: string }))
    const different = new Set(said.map(({ reference }) => reference ?? 'refused'))
    if (different.size !== 1) broken.push(`one key was told ${[...different].join(', ')}`)
    for (const reference of different) references.add(reference.replaceAll('-', ''))
    const other = await click(key, 'شيء آخر')
    if (other.status !== 422) broken.push(`the same key for other words was answered ${other.status}`)
  }
  const stored = await place.rows<{ reference: string }>(
    sql`select reference from cases where channel = 'api'`,
  )
  const held = new Set(stored.map(({ reference }) => reference))
  const lost = [...references].filter((reference) => !held.has(reference)).length
  const doubled = stored.length - references.size
  const how = `${times} keys, ${CLICKS} clicks each`
  return {
    ...{ what: 'one intention', times: how, n: times * CLICKS, lost, doubled, broken },
    ...{ recoveries: [], notes: [] },
  }
}

const CLICKS = 50
