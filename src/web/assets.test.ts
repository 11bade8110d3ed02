import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { loadAssets } from './assets.ts'

const assets = loadAssets()
const get = (name: string, encoding = '') =>
  assets.routes.request(assets.href(name).replace('/assets', ''), {
    headers: { 'Accept-Encoding': encoding },
  })
const bytes = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

test('the style of residents weighs at most 8 KB, that of staff at most 16 KB', () => {
  assert.ok(assets.weight('resident.css').gzip <= 8 * 1024)
  assert.ok(assets.weight('staff.css').gzip <= 16 * 1024)
})

test('the font of an Arabic page for residents weighs at most 23 KB', () => {
  assert.ok(assets.weight('readex-arabic.woff2').raw <= 23 * 1024)
})

test('a file is kept for ever under a name that changes with it', async () => {
  const answer = await get('resident.css')
  assert.match(assets.href('resident.css'), /^\/assets\/resident\.[\w-]{10}\.css$/)
  assert.equal(answer.headers.get('Cache-Control'), 'public, max-age=31536000, immutable')
  assert.equal(answer.headers.get('Content-Type'), 'text/css; charset=utf-8')
})

test('a file is sent as small as the visitor can read it', async () => {
  const plain = await bytes(await get('resident.css'))
  const gzip = await get('resident.css', 'gzip, deflate')
  const brotli = await get('resident.css', 'gzip, deflate, br')
  assert.equal(gzip.headers.get('Content-Encoding'), 'gzip')
  assert.equal(brotli.headers.get('Content-Encoding'), 'br')
  assert.deepEqual(gunzipSync(await bytes(gzip)), plain)
  assert.deepEqual(brotliDecompressSync(await bytes(brotli)), plain)
})

test('fonts are served as they are, under the address that the style names', async () => {
  const font = assets.href('readex-arabic.woff2')
  const style = (await bytes(await get('resident.css'))).toString()
  assert.equal(style.split(font).length, 2)
  assert.deepEqual(style.match(/url\("?font:/g) ?? [], [])
  assert.equal((await bytes(await get('readex-arabic.woff2'))).subarray(0, 4).toString(), 'wOF2')
})

test('phones of 2018 understand the style of residents', async () => {
  const style = (await bytes(await get('resident.css'))).toString()
  const tooNew =
    /@layer|light-dark|&|[;{](inset|(margin|padding|border)-(inline|block)):|\(width[<>]|:lang\(he/g
  assert.deepEqual(style.match(tooNew) ?? [], [])
})

test('what is not ours is not found, and asking for it by name is a bug', async () => {
  assert.equal((await assets.routes.request('/resident.css')).status, 404)
  assert.throws(() => assets.href('nothing.css'), /no asset named nothing/)
})
