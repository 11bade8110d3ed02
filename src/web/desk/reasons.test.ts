import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { LOCALES, words } from '#words'

const CASES = join(import.meta.dirname, '../../cases')
const read = (file: string) => readFileSync(join(CASES, file), 'utf8')
const matches = (source: string, wanted: RegExp) =>
  [...source.matchAll(wanted)].map(([, reason]) => reason ?? '')

/** Why the table of steps says no. */
function refusalsOfTheTable(): string[] {
  const [, union = ''] = /export type Refusal =\n((?: {2}\| '[a-z-]+'\n)+)/.exec(read('model/take.ts')) ?? []
  return matches(union, /'([a-z-]+)'/g)
}

/** Why the verbs say no: `no('…')` with or without fields, and what the fields of their forms complain about. */
function refusalsOfTheVerbs(): string[] {
  const verbs = [
    ...globSync('actions/*.ts', { cwd: CASES }),
    ...globSync('actions/acts/*.ts', { cwd: CASES }),
  ]
  const schemas = ['input', 'submission', 'desk-query', 'reply-draft'].map((name) => `model/${name}.ts`)
  return [...verbs, ...schemas]
    .map(read)
    .flatMap((source) => [
      ...matches(source, /\bno\(\s*'([a-z-]+)'/g),
      ...matches(source, /\bno\('invalid', \{ [^}]*: '([a-z-]+)' \}\)/g),
      ...matches(source, /(?:error|message): '([a-z-]+)'/g),
      ...matches(source, /\.(?:min|max|int|regex|refine|email|number|boolean)\([^()'\n]*'([a-z]+-[a-z-]+)'/g),
    ])
}

/** Read by the page itself, which shows the warnings instead. */
const NEVER_SAID = ['formula']

test('every reason that the cases room gives is said in words, in both languages', () => {
  const [table, verbs] = [refusalsOfTheTable(), refusalsOfTheVerbs()]
  assert.ok(
    table.length >= 10 && verbs.length > 60,
    `${table.length} and ${verbs.length}: the search is broken`,
  )
  for (const locale of LOCALES) {
    const { cases, forms } = words(locale)
    const known = new Set([...Object.keys(cases.refusals), ...Object.keys(forms.refusals), ...NEVER_SAID])
    const silent = [...table, ...verbs].filter((reason) => !known.has(reason))
    assert.deepEqual([...new Set(silent)], [], `without words in ${locale}`)
  }
})
