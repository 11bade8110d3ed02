import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import exifr from 'exifr'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { canonicalJson } from '#kernel'
import {
  base64url,
  type Holder,
  type Item,
  newAuthority,
  openFile,
  openIdentity,
  openItem,
  type ReportContent,
  releaseShare,
  rosterHash,
  signRoster,
} from '#sealing'
import { sealedRoom } from '../../src/web/sealed/index.ts'
import {
  comeBack,
  confirm,
  go,
  type Look,
  NAME,
  openSealed,
  PHONE,
  photograph,
  STORY,
  violations,
  write,
} from '../kit/sealed-browser.ts'
import { atTheOffice } from '../kit/sealed-office.ts'
import { aListeningRoom, type ListeningRoom } from '../kit/sealed-pages.ts'
import { granted, type Reporter } from '../kit/sealed-reporter.ts'
import { SEALED_ORIGIN } from '../kit/sealed-room.ts'

const SHOTS = process.env.SEALED_SHOTS

let room: ListeningRoom
const ends: (() => unknown)[] = []
before(async () => {
  room = await aListeningRoom({ after: (end: unknown) => ends.push(end as () => unknown) })
})
after(async () => {
  for (const end of ends.reverse()) await end()
})

/** What the browser posted last to a call, as the server got it. */
const posted = (call: string) => {
  const found = room.asked
    .filter(({ path, method }) => path === `/sealed/api/${call}` && method === 'POST')
    .at(-1)
  return JSON.parse(Buffer.from(found?.body ?? '', 'latin1').toString('utf8'))
}

const chunksOf = (file: string) =>
  room.asked
    .filter(({ method, path }) => method === 'PUT' && path.includes(file))
    .map(({ body }) => Buffer.from(body, 'latin1'))

for (const locale of ['ar', 'en']) {
  describe(`a report from a telephone, ${locale}`, () => {
    let context: BrowserContext
    let receipt: string
    const wrong: string[] = []
    const look: Look = async (page, name) => {
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/${locale}-${name}.png`, fullPage: true })
      wrong.push(...(await violations(page, name)))
    }
    before(async () => {
      // Policy is set aside for axe alone; the journeys below look at it as it is.
      context = await room.browser.newContext({ viewport: PHONE, bypassCSP: true })
      room.asked.length = 0
      const page = await openSealed(context, room.origin, locale)
      await look(page, 'landing')
      receipt = await write(page, look)
      await confirm(page, receipt, look)
    })
    after(() => context.close())

    test('every page of it can be used by everyone', () => assert.deepEqual(wrong, []))

    test('is read by those who were shown, and holds what was written', async () => {
      const { item, roster } = posted('reports')
      assert.equal(roster, room.hash)
      const content = granted(await openItem<ReportContent>(item, room.people.noor))
      assert.equal(content.what, STORY)
      assert.equal(content.body, 'works')
      assert.equal(content.files.length, 3)
      // Hala has a conflict with the accused body.
      const recipients = item.envelopes.map(({ recipient }: { recipient: string }) => recipient)
      assert.deepEqual(recipients.sort(), [room.people.noor.id, room.people.sami.id, 'escrow'].sort())
    })

    test('sends photographs without place, time and device, unless the original was chosen', async () => {
      const { id, item } = posted('reports')
      const { files } = granted(await openItem<ReportContent>(item as Item, room.people.noor))
      const opened = await Promise.all(
        files.map(async (file) => Buffer.concat(granted(await openFile(id, file, chunksOf(file.id))))),
      )
      const [cleaned, original, list] = opened
      assert.ok(cleaned && original && list)
      assert.equal(await exifr.gps(cleaned).catch(() => undefined), undefined)
      assert.doesNotMatch(cleaned.toString('latin1'), /Exif|CanaryPhone|2026/)
      const { width, height } = await sharp(cleaned).metadata()
      assert.deepEqual([width, height, files[0]?.cleaned], [320, 200, true])
      assert.deepEqual(original, await photograph())
      assert.ok((await exifr.gps(original))?.latitude)
      assert.equal(list.length, 1_500_000)
    })

    test('keeps the identity apart: two custodians together, and nobody who reads the report', async () => {
      const { identity } = posted('reports')
      const { judge, notary, noor } = room.people
      const released = await Promise.all(
        [judge, notary].map(async (by) => ({
          by,
          envelope: granted(await releaseShare(identity, by as Holder, noor)),
        })),
      )
      assert.equal(granted(await openIdentity(identity, noor, released)).name, NAME)
      assert.ok(!(await openIdentity(identity, noor, released.slice(1))).ok)
    })

    test('lets nothing out that can be read: no word, no file name, no receipt, no cookie', () => {
      for (const { path, body, headers } of room.asked) {
        assert.doesNotMatch(body, /canary|%PDF|CanaryPhone/i, path)
        assert.ok(!body.includes(Buffer.from('مدير المشتريات').toString('latin1')), path)
        assert.ok(!(path + body + headers).includes(receipt), path)
        assert.doesNotMatch(headers, /"cookie"/i)
        assert.doesNotMatch(headers, /"referer"/i)
      }
    })

    test('leaves nothing on the device', async () => {
      const page = context.pages()[0]
      assert.ok(page)
      const kept = await page.evaluate(async () => ({
        storage: localStorage.length + sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        cookies: document.cookie,
        caches: (await caches.keys()).length,
        address: location.pathname + location.search + location.hash,
        steps: history.length,
      }))
      const address = `/sealed/${locale}/`
      // Two steps: the empty page a tab begins with, and this one.
      assert.deepEqual(kept, { storage: 0, databases: 0, cookies: '', caches: 0, address, steps: 2 })
    })

    test('is found again by its receipt, in Arabic digits too, and never shows the report itself', async (t) => {
      const again = await room.browser.newContext({ viewport: PHONE, bypassCSP: true })
      t.after(() => again.close())
      const { id, replyKey } = posted('reports')
      await answerFromTheOffice(id, replyKey, 'وصلنا بلاغك، شكرًا')
      const page = await openSealed(again, room.origin, locale)
      await comeBack(
        page,
        receipt.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? ''),
      )
      const said = (await page.textContent('#reporter')) ?? ''
      assert.ok(said.includes('وصلنا بلاغك، شكرًا'), said)
      assert.ok(said.includes('Noor'))
      assert.ok(!said.includes('canary-story'))
      await look(page, 'visit')
      assert.deepEqual(wrong, [])

      await page.fill('#message', 'canary-answer نعم رأيته')
      await page.locator('form .button.main').click()
      await page.locator('.notice.done[role=status]').first().waitFor({ timeout: 60_000 })
      const { item } = posted('visit/messages')
      const reporter = { id: 'reporter', key: replyKey }
      const content = granted(await openItem<{ text: string }>(item, room.people.sami, reporter))
      assert.equal(content.text, 'canary-answer نعم رأيته')
    })
  })
}

async function answerFromTheOffice(id: string, replyKey: string, text: string) {
  // The kit's officer believes the room to be at another address than the browser does.
  const app = sealedRoom({ ...room.room, url: SEALED_ORIGIN }, { texts: room.given.texts })
  const office = await atTheOffice({ ...room, app }, room.people.noor)
  const item = await office.message(id, text, { reply: { publicKey: replyKey } } as Reporter)
  const answered = await office.step(id, 'acknowledge', { item })
  assert.equal(answered.status, 200, answered.text)
}

describe('a server that lies', () => {
  const meddled = async (change: Parameters<ListeningRoom['meddle']>[0], locale = 'en') => {
    room.meddle(change)
    const context = await room.browser.newContext({ viewport: PHONE })
    const page = await context.newPage()
    return {
      page,
      end: () => {
        room.meddle(() => undefined)
        return context.close()
      },
      open: () => page.goto(`${room.origin}/sealed/${locale}/`),
    }
  }
  const rostersAre = (rosters: object[]) => (request: Request) =>
    request.url.endsWith('/api/rosters') ? Response.json({ rosters }) : undefined
  const begin = async (page: Page) => {
    await page.locator('#reporter .card').first().click()
    await page.locator('#reporter [role=alert]').waitFor()
    return page.textContent('#reporter')
  }

  for (const [name, rosters] of Object.entries({
    'its own key under an officer’s name': () => {
      const swapped = structuredClone(room.roster)
      const [officer] = swapped.officers
      if (officer) officer.key = base64url(crypto.getRandomValues(new Uint8Array(32)))
      const document = canonicalJson(swapped)
      const server = newAuthority()
      return [{ document, signature: base64url(Uint8Array.from(signRoster(document, server.privateKey))) }]
    },
    'a signed roster with one letter changed': () => {
      const document = canonicalJson(room.roster)
      const signature = base64url(Uint8Array.from(signRoster(document, room.authority.privateKey)))
      return [{ document: document.replace('Sami', 'Samy'), signature }]
    },
    'a chain without its beginning': () => {
      const next = { ...room.roster, serial: 2, previous: rosterHash(canonicalJson(room.roster)) }
      const document = canonicalJson(next)
      return [
        { document, signature: base64url(Uint8Array.from(signRoster(document, room.authority.privateKey))) },
      ]
    },
    'no roster at all': () => [],
  }))
    test(`${name}: no form is shown and nothing is sent`, async (t) => {
      const { page, open, end } = await meddled(rostersAre(rosters()))
      t.after(end)
      room.asked.length = 0
      await open()
      const said = await begin(page)
      assert.ok(!(await page.locator('#kind').count()), said ?? '')
      assert.deepEqual(
        room.asked.filter(({ path }) => /reports|uploads/.test(path)),
        [],
      )
    })

  test('a changed program does not run: the page stays what it is without script', async (t) => {
    const { page, open, end } = await meddled(async (request) => {
      if (!/reporter\.en\.\w+\.js$/.test(request.url)) return undefined
      const headers = { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' }
      return new Response('document.documentElement.dataset.stolen = "yes"', { headers })
    })
    t.after(end)
    await open()
    await page.waitForLoadState('networkidle')
    assert.equal(await page.evaluate(() => document.documentElement.dataset.stolen), undefined)
    assert.equal(await page.locator('#reporter .card').count(), 0)
    assert.ok((await page.textContent('#reporter'))?.includes('does not run'))
  })

  test('a script slipped into the page does not run, nor does markup from a string', async (t) => {
    const { page, open, end } = await meddled(async (request) => {
      if (!request.url.endsWith('/sealed/en/')) return undefined
      room.meddle(() => undefined)
      const answered = await fetch(request.url)
      const text = (await answered.text()).replace(
        '</body>',
        '<script>document.title="stolen"</script></body>',
      )
      const headers = new Headers(answered.headers)
      headers.delete('content-encoding')
      headers.delete('content-length')
      return new Response(text, { headers })
    })
    t.after(end)
    await open()
    await page.locator('#reporter .card').first().waitFor()
    assert.notEqual(await page.title(), 'stolen')
    const refused = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<img src=x onerror="document.title=1">'
        return 'taken'
      } catch (error) {
        return (error as Error).name
      }
    })
    assert.equal(refused, 'TypeError')
  })

  test('a message that no officer wrote is not shown', async (t) => {
    const context = await room.browser.newContext({ viewport: PHONE })
    t.after(() => {
      room.meddle(() => undefined)
      return context.close()
    })
    const page = await openSealed(context, room.origin, 'en')
    const receipt = await write(page)
    await confirm(page, receipt)
    room.meddle(async (request) => {
      if (!request.url.endsWith('/api/visit')) return undefined
      const { sealItem, newSealedId, newKeyPair } = await import('#sealing')
      const { id, replyKey } = posted('reports')
      const binding = { report: id, purpose: 'message', item: newSealedId() } as const
      const forger = { id: room.people.noor.id, privateKey: newKeyPair().privateKey }
      const item = granted(
        await sealItem(
          { kind: 'message', text: 'forged: what is your name?', files: [] },
          binding,
          [{ id: 'reporter', key: replyKey }],
          forger,
        ),
      )
      room.meddle(() => undefined)
      const answered = await fetch(request.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: await request.text(),
      })
      const { visit } = (await answered.json()) as { visit: { messages: object[] } }
      const { nonce, body, envelopes } = item
      visit.messages.push({
        item: item.item,
        from: 'office',
        day: '2026-10-02',
        kind: 'text',
        purpose: 'message',
        nonce,
        body,
        envelope: envelopes[0],
      })
      return Response.json({ visit })
    })
    await page.goto(`${room.origin}/sealed/en/`)
    await comeBack(page, receipt)
    const said = (await page.textContent('#reporter')) ?? ''
    assert.ok(!said.includes('forged'))
    assert.ok(said.includes('cannot prove'))
  })
})

test('leaving quickly clears the page and leads to an ordinary one, by button and by Escape', async (t) => {
  const context = await room.browser.newContext({ viewport: PHONE })
  t.after(() => context.close())
  for (const leave of [
    (page: Page) => page.click('.leave button'),
    async (page: Page) => {
      for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
    },
  ]) {
    const page = await openSealed(context, room.origin, 'en')
    await page.locator('#reporter .card').first().click()
    await page.locator('#kind').waitFor()
    await page.locator('.choice', { has: page.locator('#kind') }).click()
    page.on('dialog', (dialog) => dialog.dismiss())
    await leave(page)
    await page.waitForURL(`${room.origin}/en`)
    await page.goBack().catch(() => undefined)
    assert.equal(await page.locator('#kind').count(), 0)
    await page.close()
  }
})

test('a wrong digit in the receipt is noticed before anything is asked of the server', async (t) => {
  const context = await room.browser.newContext({ viewport: PHONE })
  t.after(() => context.close())
  const page = await openSealed(context, room.origin, 'ar')
  await page.locator('#reporter .card').nth(1).click()
  room.asked.length = 0
  await page.fill('#receipt', '1234 5678 9012 3456 7890 1234 5678')
  await go(page)
  await page.locator('.error-summary').waitFor()
  assert.equal(await page.locator('#receipt[aria-invalid]').count(), 1)
  assert.deepEqual(room.asked, [])
})
