import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '#kernel'
import { connect, openLog, readConfig, sql, visitDatabase } from '#platform'

export interface Acknowledged {
  reference: string
  pin: string
}

/** Submits one after the other until told to stop; remembers what was acknowledged, and of what it never heard. */
export function submitting(address: string, token: string) {
  const acknowledged: (Acknowledged & { key: string })[] = []
  const unheard: string[] = []
  let stopped = false
  const done = (async () => {
    while (!stopped) {
      const intention = newId()
      const answer = await submit(address, intention, token).catch(() => undefined)
      if (answer) acknowledged.push({ ...answer, key: intention })
      else {
        unheard.push(intention)
        await pause(20)
      }
    }
  })()
  return {
    acknowledged,
    unheard,
    stop: () => {
      stopped = true
      return done
    },
  }
}

export async function submit(address: string, key: string, token: string): Promise<Acknowledged | undefined> {
  const response = await fetch(`${address}/api/v1/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, authorization: `Bearer ${token}` },
    body: JSON.stringify({ type: 'complaint', text: `الكهرباء مقطوعة عن بيتنا ${key}` }),
  })
  return response.status === 201 ? response.json() : undefined
}

/** What the database holds of the cases that came by API. */
export async function storedReferences(folder: string): Promise<string[]> {
  const { owner } = await visitDatabase(readConfig({ DATA_DIR: folder }), openLog('silent'))
  const db = connect({ ...owner, max: 1 })
  const rows = await db.rows<{ reference: string }>(sql`select reference from cases where channel = 'api'`)
  await db.close()
  return rows.map(({ reference }) => reference)
}
