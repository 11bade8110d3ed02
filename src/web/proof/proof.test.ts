import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import reader from 'jsqr'
import sharp from 'sharp'
import { keepProof, pinOf, type Receipt, toCompact } from '#cases'
import { formatReference } from '#kernel'
import { sql } from '#platform'
import { type App, anApp } from '../../../test/kit/app.ts'
import * as a from '../../../test/kit/situations.ts'
import { aVisitor, type Visitor } from '../../../test/kit/visitor.ts'
import { sentBy, textOf } from '../resident/filing.examples.ts'
import { STEPS } from './by-hand.ts'
import { qrSvg } from './receipt/qr.ts'

type Case = Awaited<ReturnType<typeof a.submitted>>

/** Somebody who opened their case by number and PIN. */
async function holderOf(app: App, { reference, id }: Case): Promise<Visitor> {
  const visitor = aVisitor(app)
  const seen = await visitor.send('/ar/follow', { reference, pin: pinOf(app.tools.secret, id) })
  assert.equal(seen.path, '/ar/case', textOf(seen.html))
  return visitor
}

const fileOf = async (visitor: Visitor, moment = 'submitted'): Promise<Receipt> =>
  JSON.parse((await visitor.get(`/ar/case/receipt/${moment}/file`)).html)

/** The record with its first head; the feed waits for whatever else runs in the cluster of the tests. */
async function sealed(app: App) {
  for (let tries = 0; tries < 500; tries++) {
    await keepProof(app.tools)
    const heads = await app.tools.db.rows(sql`select 1 from proof_heads`)
    if (heads.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  assert.fail('nothing was sealed')
}

const check = async (app: App, given: Parameters<Visitor['send']>[1]) =>
  aVisitor(app).send('/ar/proof/check', given)

test('whoever opened a case by number and PIN takes its receipts along; nobody else gets them', async (t) => {
  const app = await anApp(t)
  const made = await a.answered(app.country)
  const visitor = await holderOf(app, made)
  const page = await visitor.get('/ar/case')
  assert.match(page.html, /\/ar\/case\/receipt\/submitted/)
  assert.match(page.html, /\/ar\/case\/receipt\/answered/)
  for (const moment of ['submitted', 'answered']) {
    const seen = await visitor.get(`/ar/case/receipt/${moment}`)
    assert.equal(seen.status, 200)
    assert.ok(seen.html.includes(formatReference(made.reference)))
    // What is shown to others holds neither words nor the PIN.
    assert.ok(!seen.html.includes(pinOf(app.tools.secret, made.id)))
    assert.ok(!seen.html.includes('مدرسة البنات'))
    for (const form of ['', '/file', '/paper']) {
      const stranger = await aVisitor(app).get(`/ar/case/receipt/${moment}${form}`)
      assert.equal(stranger.path, '/ar/follow?over')
    }
  }
  assert.equal((await visitor.get('/ar/case/receipt/closed')).status, 404)
})

test('the device that sent a case takes its receipt along from the confirmation, for a day', async (t) => {
  const app = await anApp(t)
  const visitor = aVisitor(app)
  const { reference } = await sentBy(visitor)
  assert.match((await visitor.get('/ar/new/sent')).html, /\/ar\/new\/sent\/receipt\/submitted/)
  const seen = await visitor.get('/ar/new/sent/receipt/submitted')
  assert.ok(seen.html.includes(reference))
  assert.equal((await aVisitor(app).get('/ar/new/sent/receipt/submitted')).path, '/ar/follow')
  app.country.clock.forward({ hours: 25 })
  assert.equal((await visitor.get('/ar/new/sent/receipt/submitted/file')).path, '/ar/follow')
})

test('before the answer there is no receipt of one, and the page says when', async (t) => {
  const app = await anApp(t)
  const visitor = await holderOf(app, await a.replied(app.country))
  const seen = await visitor.get('/ar/case/receipt/answered')
  assert.equal(seen.status, 404)
  assert.ok(textOf(seen.html).includes('بعد أن يصلك الرد'))
})

test('a receipt pasted or uploaded is found genuine, without signing in, with its words', async (t) => {
  const app = await anApp(t)
  const visitor = await holderOf(app, await a.answered(app.country))
  await sealed(app)
  const receipt = await fileOf(visitor, 'answered')
  const text = JSON.stringify(receipt)
  const pasted = textOf((await check(app, { receipt: text })).html)
  assert.ok(pasted.includes('وقّعته هذه الخدمة'), pasted)
  assert.ok(pasted.includes(a.aPothole.text))
  assert.ok(pasted.includes(a.A_REPLY.text))
  assert.ok(pasted.includes('مثبت في السجل الموقّع يوم 1 أكتوبر 2026'))
  const letters = toCompact(receipt).replace(/.{8}/g, '$& \n')
  const scanned = textOf((await check(app, { receipt: letters })).html)
  assert.ok(scanned.includes('وقّعته هذه الخدمة'))
  assert.ok(!scanned.includes(a.aPothole.text))
  const uploaded = await check(app, { receipt: '', file: new File([text], 'r.json') })
  assert.ok(textOf(uploaded.html).includes('وقّعته هذه الخدمة'))
})

test('what is no receipt, is forged, or is too much is refused in words, and never breaks', async (t) => {
  const app = await anApp(t)
  const visitor = await holderOf(app, await a.submitted(app.country))
  const receipt = await fileOf(visitor)
  const refused = async (given: Parameters<Visitor['send']>[1], words: string) => {
    const seen = await check(app, given)
    assert.equal(seen.status, 422)
    assert.ok(textOf(seen.html).includes(words), words)
  }
  await refused({ receipt: '' }, 'ألصق الحروف أو اختر ملفًا')
  await refused({ receipt: 'SAWT1:ABC' }, 'ليس هذا إيصالًا')
  await refused({ receipt: '{"a":'.repeat(10_000) }, 'ليس هذا إيصالًا')
  await refused({ receipt: '<script>alert(1)</script>' }, 'ليس هذا إيصالًا')
  const forged = { ...receipt, signed: receipt.signed.replace('complaint', 'praise') }
  await refused({ receipt: JSON.stringify(forged) }, 'تغيّر بعد توقيعه')
  const words = { ...receipt, words: { ...receipt.words, content: { text: 'لم أقل هذا' } } }
  await refused({ receipt: JSON.stringify(words) }, 'ليس ما أُرسل')
  await refused({ receipt: '', file: new File(['x'.repeat(2_000_000)], 'r.pdf') }, 'ميغابايت')
  await refused({ receipt: '', file: new File([Buffer.alloc(999, 0xff)], 'r.pdf') }, 'ليس هذا إيصالًا')
})

test('when the database says otherwise than a genuine receipt, the receipt is the evidence', async (t) => {
  const app = await anApp(t)
  const made = await a.submitted(app.country)
  const receipt = JSON.stringify(await fileOf(await holderOf(app, made)))
  await app.country.owner.run(
    sql`update case_events set at = at + interval '1 day' where case_id = ${made.id} and seq = 1`,
  )
  assert.ok(textOf((await check(app, { receipt })).html).includes('سجلنا اليوم يقول غيره'))
})

test('a telephone reads the code, and what it reads is genuine', async (t) => {
  const app = await anApp(t)
  const visitor = await holderOf(app, await a.answered(app.country))
  for (const moment of ['submitted', 'answered']) {
    const letters = toCompact(await fileOf(visitor, moment))
    const picture = sharp(Buffer.from(qrSvg(letters)), { density: 400 })
      .resize(500, 500)
      .ensureAlpha()
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
    const read = reader.default(new Uint8ClampedArray(data), info.width, info.height)
    assert.equal(read?.data, letters)
    assert.ok(read.version <= 12, `version ${read.version}`)
    assert.equal((await check(app, { receipt: read.data })).status, 200)
  }
})

test('the paper is one page of PDF in the reader’s language, and can be checked as it is', async (t) => {
  const app = await anApp(t)
  const made = await a.answered(app.country)
  const visitor = await holderOf(app, made)
  const dir = mkdtempSync(join(tmpdir(), 'sawt-paper-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  for (const [locale, words] of [
    ['ar', 'إيصال بالرد على الطلب'],
    ['en', 'Receipt of an answer given'],
  ]) {
    const response = await app.app.request(`http://localhost/${locale}/case/receipt/answered/paper`, {
      headers: { cookie },
    })
    assert.equal(response.headers.get('content-type'), 'application/pdf')
    const pdf = Buffer.from(await response.arrayBuffer())
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
    assert.ok(pdf.length < 60_000, `${pdf.length} bytes`)
    const checked = await check(app, { receipt: '', file: new File([pdf], 'receipt.pdf') })
    assert.ok(textOf(checked.html).includes('وقّعته هذه الخدمة'))
    writeFileSync(join(dir, `${locale}.pdf`), pdf)
    const said = spawnSync('pdftotext', ['-layout', join(dir, `${locale}.pdf`), '-'], { encoding: 'utf8' })
    if (said.error) {
      t.diagnostic('pdftotext (poppler-utils) is not installed: the words of the paper were not read')
      continue
    }
    const text = said.stdout.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    assert.ok(text.includes(words as string), text)
    assert.ok(text.includes(formatReference(made.reference)), text)
    assert.equal(said.stdout.split('\f').length - 1, 1, 'one page')
  }
})

/** Programs that a second opinion needs; the tests say so when one is missing. */
function missing(t: TestContext, ...programs: string[]): boolean {
  const gone = programs.filter((name) => spawnSync(name, ['--help']).error)
  if (gone.length > 0) t.skip(`not installed: ${gone.join(', ')}`)
  return gone.length > 0
}

test('the lines that we tell people to type check a receipt without us', async (t) => {
  if (missing(t, 'openssl', 'jq', 'xxd', 'sh')) return
  const app = await anApp(t)
  const visitor = await holderOf(app, await a.submitted(app.country))
  const receipt = await fileOf(visitor)
  const dir = mkdtempSync(join(tmpdir(), 'sawt-by-hand-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  const { key, words } = JSON.parse(receipt.signed)
  writeFileSync(join(dir, 'receipt.json'), (await visitor.get('/ar/case/receipt/submitted/file')).html)
  writeFileSync(join(dir, 'sawt-key.pem'), (await visitor.get(`/proof/keys/${key}.pem`)).html)
  const type = (step: string) => {
    const command = STEPS.find((one) => one.step === step)?.command ?? ''
    return spawnSync('sh', ['-c', command], { cwd: dir, encoding: 'utf8' })
  }
  assert.ok(type('key').stdout.includes(key))
  assert.equal(type('apart').status, 0)
  assert.match(type('verify').stdout, /Verified Successfully/)
  assert.ok(type('words').stdout.includes(words))
  writeFileSync(
    join(dir, 'receipt.json'),
    JSON.stringify({ ...receipt, signed: receipt.signed.replace('complaint', 'praise') }),
  )
  type('apart')
  assert.notEqual(type('verify').status, 0)
})

test('heads and keys are published for anybody, also for scripts of other sites', async (t) => {
  const app = await anApp(t)
  await a.submitted(app.country)
  await sealed(app)
  const visitor = aVisitor(app)
  const heads = await visitor.get('/proof/heads')
  assert.equal(heads.headers.get('access-control-allow-origin'), '*')
  const found = JSON.parse(heads.html)
  assert.equal(found.heads.length, 1)
  const { day, root, size, key } = JSON.parse(found.heads[0].signed)
  const text = (await visitor.get('/proof/heads.txt')).html
  assert.equal(text, `${day} ${size} ${root} ${key} ${found.heads[0].signature}\n`)
  assert.equal(JSON.parse((await visitor.get('/proof/keys')).html).keys.length, 1)
  assert.equal((await visitor.get('/proof/keys/0000.pem')).status, 404)
  assert.equal((await visitor.get('/proof/heads?before=1')).status, 200)
  assert.equal((await visitor.get("/proof/heads?before='")).status, 200)
  for (const locale of ['ar', 'en']) assert.equal((await visitor.get(`/${locale}/proof`)).status, 200)
})
