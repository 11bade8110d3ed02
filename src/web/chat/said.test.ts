import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SAY_NAMES, type Say } from '#knowledge'
import { LOCALES, reader } from '#words'
import { aCountry } from '../../../test/kit/country.ts'
import { spoken } from './said.ts'
import { asText } from './voiced.ts'

/** Everything that can stand beside a sentence. */
const TOLD: Say['with'] = {
  type: 'complaint',
  category: 'power-cuts',
  entity: 'electricity',
  place: 'own',
  article: 'gone',
  reference: '26483190274',
  pinOf: '0197a000-0000-7000-8000-000000000001',
  day: '2026-10-04T11:15:00Z',
  stage: 'answered',
  outcome: 'solved',
  quote: '“…”',
  files: 2,
  problem: '0197a000-0000-7000-8000-000000000002',
  announced: { ar: 'عطل في المحطة', en: 'A fault in the station' },
}
const CHOICES = [
  'do:file',
  'yes',
  'type:praise',
  'subject:potholes',
  'subject:none',
  'score:3',
  'change:place',
]

for (const locale of LOCALES)
  test(`whatever the talk can say has words, ${locale}`, async (t) => {
    const { directory } = await aCountry(t)
    const speaker = {
      reader: reader(locale, 'Asia/Bahrain'),
      directory,
      articles: new Map(),
      secret: Buffer.alloc(32, 7),
    }
    for (const say of SAY_NAMES)
      for (const told of [undefined, TOLD]) {
        const said = spoken([{ say, with: told, choices: CHOICES }], speaker)
        const text = asText(said, locale, 'https://sawt.example.gov')
        assert.ok(text.trim().length > 1 || (say.startsWith('case-') && !told), say)
        assert.doesNotMatch(text, /undefined|null|NaN|\[object|do:|subject:|type:|change:/, say)
        const foreign = locale === 'en' ? /[\u0600-\u06ff]/ : /[a-z]{3}/i
        assert.doesNotMatch(text.replace(/https?:\S+/g, ''), foreign, say)
      }
  })

test('the PIN of a new case is the resident’s alone', async (t) => {
  const { directory } = await aCountry(t)
  const speaker = { reader: reader('en', 'Asia/Bahrain'), directory, articles: new Map() }
  const say: Say = { say: 'filed', with: TOLD }
  assert.match(
    spoken([say], { ...speaker, secret: Buffer.alloc(32, 7) }).paragraphs.join(),
    /PIN is \u2066\d{3} \d{3}/,
  )
  assert.doesNotMatch(spoken([say], speaker).paragraphs.join(), /\d{3} \d{3}/)
})
