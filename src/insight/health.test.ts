import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { type TestContext, test } from 'node:test'
import { readMailbox } from '#arrivals'
import { letTimeAct, searchIndexer } from '#cases'
import { readBoard, roadsOf } from '#insight'
import { courier, enqueue, openChannels, reachOf } from '#messages'
import { openLog, sql } from '#platform'
import { aCountry } from '../../test/kit/country.ts'
import { heardAll } from '../../test/kit/heard.ts'
import { submitted } from '../../test/kit/situations.ts'
import { aMailServer } from '../messages/servers.examples.ts'
import { aCountryThatTells } from '../messages/webhooks/country-that-tells.examples.ts'

/** A port on which nobody listens any more. */
async function aDeadPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

async function aWatchedCountry(t: TestContext) {
  const country = await aCountry(t)
  const road = async (name: string) => {
    const { health } = await readBoard(country.tools)
    assert.ok(health)
    const { condition, n, ...rest } = roadsOf(health).find((each) => each.road === name) ?? {}
    return { condition, n, ...rest }
  }
  return { country, road }
}

test('a mail server that is down is broken on the board, and works again once it is back', async (t) => {
  const { country, road } = await aWatchedCountry(t)
  const { db, clock, tools, people } = country
  const port = await aDeadPort()
  const gateways = { smtpUrl: `smtp://127.0.0.1:${port}?from=sawt@example.gov`, demonstration: false }
  const room = {
    ...{ db, clock, log: openLog('silent'), directory: tools.directory },
    ...{ secret: Buffer.alloc(32, 7), publicUrl: 'https://sawt.example.gov' },
  }
  const post = courier(room, openChannels(room, gateways))
  t.after(post.close)
  assert.equal((await road('mail')).condition, 'fine')
  await enqueue(db, { now: clock.now(), reach: reachOf(gateways), zone: 'Asia/Bahrain' }, [
    { cause: 'test', kind: 'problem-back', to: { staff: { id: people.head.id } }, facts: { path: '/desk' } },
  ])
  while ((await post.deliver()) > 0);
  const down = await road('mail')
  assert.deepEqual([down.condition, down.n], ['broken', 1])
  const server = await aMailServer(t, { port })
  clock.forward({ minutes: 2 })
  while ((await post.deliver()) > 0);
  assert.equal(server.taken.length, 1)
  const back = await road('mail')
  assert.deepEqual([back.condition, back.n], ['fine', 0])
})

test('a mailbox that cannot be opened is broken on the board', async (t) => {
  const { country, road } = await aWatchedCountry(t)
  assert.equal((await road('mailbox')).off, true)
  const tools = { ...country.tools, log: openLog('silent'), ours: [] } as unknown as Parameters<
    typeof readMailbox
  >[0]
  await readMailbox(tools, `imap://sawt:secret@127.0.0.1:${await aDeadPort()}`)
  const broken = await road('mailbox')
  assert.deepEqual([broken.condition, broken.off], ['broken', undefined])
})

test('a system of an entity that answers no more is on the board', async (t) => {
  const { country, register, hear, carry } = await aCountryThatTells(t)
  await register(`http://127.0.0.1:${await aDeadPort()}/hook`)
  const webhooks = async () => {
    const { health } = await readBoard(country.tools)
    return health && roadsOf(health).find((each) => each.road === 'webhooks')?.condition
  }
  assert.equal(await webhooks(), 'fine')
  await submitted(country)
  await hear()
  await carry()
  assert.equal(await webhooks(), 'broken')
})

test('a reader of the feed that stands still is named, and how long it has', async (t) => {
  const { country, road } = await aWatchedCountry(t)
  await heardAll(country.db, searchIndexer)
  await submitted(country)
  await country.owner.run(sql`
    update feed_cursors set moved_at = now() - interval '20 minutes' where consumer = 'search'`)
  await country.owner.run(sql`delete from feed_cursors where consumer <> 'search'`)
  country.clock.forward({ minutes: 20 })
  const behind = await road('feed')
  assert.deepEqual([behind.condition, behind.consumer], ['broken', 'search'])
  assert.ok(behind.seconds !== undefined && Math.abs(behind.seconds - 1200) < 60)
  await heardAll(country.db, searchIndexer)
  assert.equal((await road('feed')).condition, 'fine')
})

test('when nobody lets time act, the clocks are late on the board', async (t) => {
  const { country, road } = await aWatchedCountry(t)
  await submitted(country)
  assert.equal((await road('clocks')).condition, 'fine')
  country.clock.forward({ hours: 24 * 5 })
  assert.equal((await road('clocks')).condition, 'broken')
  while ((await letTimeAct(country.tools)) > 0);
  assert.equal((await road('clocks')).condition, 'fine')
})
