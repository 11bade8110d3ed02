import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { LOCALES } from '#words'
import { loadAssets } from '../assets.ts'
import { preview, previewNames } from './preview.tsx'

const assets = loadAssets()
const app = preview(assets)
const draw = async (locale: string, name: string, query = '') => {
  const answer = await app.request(`/${locale}/preview/${name}${query}`)
  assert.equal(answer.status, 200)
  return answer.text()
}
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')
const tags = (page: string) => all(page, /<([a-z][^>]*)>/g)
const ids = (page: string) => all(page, / id="([^"]*)"/g)

for (const name of previewNames()) {
  for (const locale of LOCALES) {
    describe(`${name}, ${locale}`, async () => {
      const page = await draw(locale, name, '?hijri&demonstration')

      test('tells the browser its language and direction', () => {
        assert.match(
          page,
          new RegExp(`^<!doctype html><html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`),
        )
      })
      test('says everything it was given', () => {
        assert.doesNotMatch(page, /undefined|\[object|NaN|Invalid Date/)
      })
      test('carries no script, no style and no handler of its own', () => {
        assert.deepEqual(
          tags(page).filter((tag) => /^script|\s(style|on\w+)=/.test(tag)),
          [],
        )
      })
      test('names every id once', () => {
        assert.deepEqual(
          ids(page).filter((id, index, every) => every.indexOf(id) !== index),
          [],
        )
      })
      test('labels every control', () => {
        const labelled = new Set(all(page, /<label[^>]* for="([^"]*)"/g))
        const bare = tags(page)
          .filter((tag) => /^(input|select|textarea)\b/.test(tag) && !/type="hidden"/.test(tag))
          .filter((tag) => !labelled.has(/ id="([^"]*)"/.exec(tag)?.[1] ?? ''))
        assert.deepEqual(bare, [])
      })
      test('points only at what is there', () => {
        const there = new Set(ids(page))
        const named = all(page, / (?:for|aria-describedby|aria-labelledby)="([^"]*)"/g).flatMap((list) =>
          list.split(' '),
        )
        assert.deepEqual(
          named.filter((id) => !there.has(id)),
          [],
        )
      })
      test('has one main part that the skip link leads to', () => {
        assert.equal(all(page, /(<main )/g).length, 1)
        assert.match(page, /href="#main"/)
      })
    })
  }
}

test('a first page for a resident weighs at most 15 KB with its style', async () => {
  for (const name of ['home', 'question', 'followed', 'confirmation']) {
    const page = gzipSync(await draw('ar', name)).length + assets.weight('resident.css').gzip
    assert.ok(page <= 15 * 1024, `${name}: ${page} bytes`)
  }
})

test('digits follow the reader, references do not', async () => {
  const page = await draw('ar', 'followed', '?digits=arab')
  assert.match(page, /الخميس ٢٦ نوفمبر/)
  assert.match(page, /باقٍ ٤ أيام عمل/)
  assert.match(page, /26-4831-9027-4/)
})

test('an unknown preview is not found', async () => {
  assert.equal((await app.request('/ar/preview/nothing')).status, 404)
})
