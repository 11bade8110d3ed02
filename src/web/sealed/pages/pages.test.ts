import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { base64url, keyFingerprint } from '#sealing'
import { aRoom, type SealedRoom } from '../../../../test/kit/sealed-room.ts'
import { integrity } from '../../../commands/integrity/index.ts'
import { sealedRoom } from '../index.ts'
import type { SealedTexts } from '../texts.ts'
import type { Manifest } from './assemble.tsx'
import { sealedPages } from './index.ts'

let room: SealedRoom
let texts: SealedTexts
let app: ReturnType<typeof sealedRoom>
let pages: ReturnType<typeof sealedPages>
const ends: (() => unknown)[] = []
const none = { law: '', protection: '', routes: [] }

before(async () => {
  room = await aRoom({ after: (end: unknown) => ends.push(end as () => unknown) })
  texts = { ar: none, en: none }
  const given = {
    dir: room.dir,
    texts: () => texts,
    home: 'https://sawt.example',
    country: 'bahrain' as const,
  }
  pages = sealedPages(room.room, given)
  app = sealedRoom(room.room, { texts: () => texts, pages })
  nameAuthority()
})
after(async () => {
  for (const end of ends.reverse()) await end()
})

const authorityFile = () => join(room.dir, 'authority.pub')
const nameAuthority = () =>
  writeFileSync(authorityFile(), `${base64url(Uint8Array.from(room.authority.publicKey))} the Authority\n`)
const manifestNow = async () => (await (await app.request('/sealed/manifest.json')).json()) as Manifest
const textOf = async (path: string) => (await app.request(path)).text()

test('the manifest names every file with the hash of what is sent, and the Authority', async () => {
  const manifest = await manifestNow()
  assert.equal(manifest.authority?.fingerprint, keyFingerprint(Uint8Array.from(room.authority.publicKey)))
  assert.ok(Object.keys(manifest.files).length >= 15)
  for (const [address, { sha256, bytes }] of Object.entries(manifest.files)) {
    const answered = await app.request(address)
    const body = Buffer.from(await answered.arrayBuffer())
    assert.equal(createHash('sha256').update(body).digest('hex'), sha256, address)
    assert.equal(body.length, bytes)
    assert.equal(answered.headers.get('content-security-policy'), manifest.policy, address)
  }
})

test('pages refer only to files of the manifest, each with its integrity', async () => {
  const manifest = await manifestNow()
  for (const address of Object.keys(manifest.files).filter((one) => !one.includes('/assets/'))) {
    const page = await textOf(address)
    const parts = [...page.matchAll(/<(?:script|link)[^>]*(?:src|href)="([^"]+)"[^>]*>/g)]
    assert.ok(parts.length >= 2)
    for (const [tag, href = ''] of parts) {
      assert.ok(manifest.files[href], `${address}: ${href}`)
      const body = Buffer.from(await (await app.request(href)).arrayBuffer())
      const integrityOf = `integrity="sha384-${createHash('sha384').update(body).digest('base64')}"`
      if (!href.endsWith('.svg')) assert.ok(tag.includes(integrityOf), `${address}: ${tag}`)
    }
    assert.doesNotMatch(page, /<script(?![^>]*src=)|\son\w+=|\sstyle=|javascript:/, address)
  }
})

test('one policy for all: scripts by hash alone, no markup from strings, nothing from elsewhere', async () => {
  const { policy, files } = await manifestNow()
  const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]))
  assert.deepEqual(rules.get('default-src'), ["'none'"])
  assert.deepEqual(rules.get('trusted-types'), ["'none'"])
  assert.deepEqual(rules.get('require-trusted-types-for'), ["'script'"])
  const scripts = Object.keys(files).filter((address) => address.endsWith('.js'))
  assert.equal(rules.get('script-src')?.length, scripts.length)
  for (const source of rules.get('script-src') ?? []) assert.match(source, /^'sha384-[\w+/]{64}'$/)
  assert.doesNotMatch(policy, /unsafe|https?:|\*/)
})

for (const locale of ['ar', 'en'])
  test(`without script the page says everything and offers every other way, ${locale}`, async () => {
    const page = await textOf(`/sealed/${locale}/`)
    assert.ok(page.includes(room.roster.age))
    assert.match(page, /<form[^>]*action="\/sealed\/age\?lang=..?"[^>]*enctype="multipart\/form-data"/)
    assert.match(page, /name="file"/)
    assert.ok(page.includes(keyFingerprint(Uint8Array.from(room.authority.publicKey))))
    assert.ok(page.includes('Tor Browser'))
    assert.equal((page.match(/<h1/g) ?? []).length, 1)
    assert.ok((page.match(/<h2/g) ?? []).length >= 10)
  })

test('what the operator writes of the law stands on the page, and never as markup', async () => {
  const law = 'المادة 12: لا يُعاقب من أبلغ <b>بحسن نية</b>\nالمادة 13'
  texts = { ...texts, ar: { ...none, law, routes: [{ name: 'الخط الساخن', text: '199' }] } }
  const page = await textOf('/sealed/ar/')
  assert.ok(page.includes('&lt;b>بحسن نية') || page.includes('&lt;b&gt;بحسن نية'))
  assert.ok(page.includes('<p>المادة 13</p>'))
  assert.ok(page.includes('الخط الساخن'))
})

test('before there is an Authority the page says that no reports are taken', async () => {
  rmSync(authorityFile())
  assert.equal((await manifestNow()).authority, null)
  assert.match(await textOf('/sealed/en/'), /no reports are taken/)
  nameAuthority()
})

test('no browser keeps a page, a program, a style or a font: its cache would say who was here', async () => {
  const files = Object.keys((await manifestNow()).files)
  assert.ok(files.some((address) => address.endsWith('.js')))
  for (const address of [...files, '/sealed/manifest.json', '/sealed/nothing'])
    assert.equal((await app.request(address)).headers.get('cache-control'), 'no-store', address)
  assert.equal((await app.request('/sealed/assets/nothing.js')).status, 404)
  assert.equal((await app.request('/sealed/en')).headers.get('location'), '/sealed/en/')
})

test('sawt integrity manifest prints what browsers are told', async () => {
  const said: string[] = []
  const say = { print: (line: string) => said.push(line), complain: (line: string) => said.push(line) }
  const at = { room: room.room, dir: room.dir, pages, bodies: async () => [], ...say }
  assert.equal(await integrity(['manifest'], (run) => run(at), say), 0)
  assert.deepEqual(JSON.parse(said.join('\n')), await manifestNow())
})

test('a demonstration says on every page that its keys protect nobody', async () => {
  const given = { dir: room.dir, texts: () => texts, home: '', country: 'jordan' as const }
  const demonstration = sealedPages({ ...room.room, demonstration: true }, given)
  const manifest = await manifestNow()
  for (const address of Object.keys(manifest.files).filter((one) => !one.includes('/assets/'))) {
    assert.match(await (await demonstration.request(address)).text(), /class="demonstration"/, address)
    assert.doesNotMatch(await textOf(address), /class="demonstration"/, address)
  }
})

test('an onion address is told on the page and to Tor Browser, and a mistyped one is not', async () => {
  const onion = `${'a2'.repeat(28)}.onion`
  writeFileSync(join(room.dir, 'onion'), `${onion}\n`)
  const answered = await app.request('/sealed/en/')
  assert.equal(answered.headers.get('onion-location'), `http://${onion}/sealed/en/`)
  assert.ok((await answered.text()).includes(onion))
  writeFileSync(join(room.dir, 'onion'), 'evil.example/')
  const wrong = await app.request('/sealed/en/')
  assert.equal(wrong.headers.get('onion-location'), null)
  assert.ok(!(await wrong.text()).includes('evil.example'))
  rmSync(join(room.dir, 'onion'))
})

test('the page still stands while the database is away', async () => {
  const away = { ...room.room }
  const given = { dir: room.dir, texts: () => texts, home: '', country: 'jordan' as const }
  const standing = sealedPages(away, given)
  const before = await (await standing.request('/sealed/ar/')).text()
  away.db = new Proxy(away.db, {
    get: () => () => {
      throw new Error('The database is away')
    },
  })
  const answered = await standing.request('/sealed/ar/')
  assert.equal(answered.status, 200)
  assert.equal(await answered.text(), before)
})
