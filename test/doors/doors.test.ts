import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'

/**
 * The listing is the law: a room opens only doors listed above it. `integrity` opens kernel, sealing and
 * platform alone, and nobody but its own web folder opens it.
 */
const ROOMS = [
  'kernel',
  'sealing',
  'platform',
  'language',
  'promises',
  'people',
  'entities',
  'messages',
  'cases',
  'arrivals',
  'problems',
  'knowledge',
  'insight',
  'integrity',
] as const

/** Words and looks may be opened by what people see, and by messages, which speak. */
const SPEAKING = ['messages', 'ui', 'web', 'words']

/** `web → actions → store → model → kernel`: nouns never await, verbs act, stores speak SQL. */
const SHELVES = { model: ['model'], store: ['store', 'model'], actions: ['actions', 'store', 'model'] }

const ROOT = join(import.meta.dirname, '../..')
const sources = globSync('src/**/*.{ts,tsx}', { cwd: ROOT }).filter(
  (file) => !/\.(test|examples)\.tsx?$/.test(file),
)

interface Import {
  file: string
  room: string
  shelf: string
  /** `#cases`, `zod`, or the path below src. */
  what: string
  onlyTypes: boolean
}

const imports: Import[] = sources.flatMap((file) => {
  const [, room = '', shelf = ''] = file.split('/')
  const text = readFileSync(join(ROOT, file), 'utf8')
  const found = text.matchAll(/^(?:import|export)\s(type\s)?(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm)
  return [...found].map(([, type, from = '']) => ({
    file,
    room,
    shelf,
    what: from.startsWith('.') ? relative(join(ROOT, 'src'), join(ROOT, dirname(file), from)) : from,
    onlyTypes: Boolean(type),
  }))
})

const isRoom = (name: string): name is (typeof ROOMS)[number] => (ROOMS as readonly string[]).includes(name)
const tell = (wrong: Import[]) => wrong.map(({ file, what }) => `${file} opens ${what}`)

test('a room opens only doors listed above it', () => {
  const wrong = imports.filter(({ room, what }) => {
    const door = what.startsWith('#') ? what.slice(1) : undefined
    return isRoom(room) && door && isRoom(door) && ROOMS.indexOf(door) >= ROOMS.indexOf(room)
  })
  assert.deepEqual(tell(wrong), [])
})

test('nobody climbs through a window: another room is entered by its door', () => {
  const wrong = imports.filter(({ file, room, what }) => {
    const [target = ''] = what.split('/')
    return (
      what.includes('/') &&
      !what.startsWith('..') &&
      isRoom(target) &&
      target !== room &&
      file.split('/').length > 2
    )
  })
  assert.deepEqual(tell(wrong), [])
})

test('words and looks are opened by what people see', () => {
  const wrong = imports.filter(
    ({ room, what }) => isRoom(room) && (what === '#words' || what === '#ui') && !SPEAKING.includes(room),
  )
  assert.deepEqual(tell(wrong), [])
})

test('components take only types from the rooms above the kernel', () => {
  const wrong = imports.filter(
    ({ room, what, onlyTypes }) => room === 'ui' && what !== '#kernel' && isRoom(what.slice(1)) && !onlyTypes,
  )
  assert.deepEqual(tell(wrong), [])
})

test('inside a room verbs use stores and nouns, stores use nouns, nouns use nouns', () => {
  const wrong = imports.filter(({ room, shelf, what }) => {
    const [target, toShelf = ''] = what.split('/')
    if (!isRoom(room) || target !== room || !(shelf in SHELVES) || !(toShelf in SHELVES)) return false
    return !SHELVES[shelf as keyof typeof SHELVES].includes(toShelf)
  })
  assert.deepEqual(tell(wrong), [])
})

test('nouns never await', () => {
  const wrong = sources
    .filter((file) => /^src\/[^/]+\/model\//.test(file) && isRoom(file.split('/')[1] ?? ''))
    .filter((file) => /\bawait\b|\basync\b|\bPromise</.test(code(file)))
  assert.deepEqual(wrong, [])
})

test('only stores speak SQL', () => {
  const wrong = sources
    .filter((file) => /\bsql`/.test(code(file)))
    .filter(
      (file) =>
        !/^src\/[^/]+\/store\/|^src\/platform\/|^src\/web\/base\/health\.ts$|^src\/prepare\.ts$/.test(file),
    )
  assert.deepEqual(wrong, [])
})

test('the sealed room opens kernel, sealing and platform alone, and only its web folder and the wiring open it', () => {
  const wrong = imports.filter(
    ({ room, what }) =>
      room === 'integrity' && what.startsWith('#') && !['#kernel', '#sealing', '#platform'].includes(what),
  )
  const visitors = imports.filter(
    ({ file, what }) =>
      what === '#integrity' &&
      !/^src\/(integrity|web\/sealed|commands\/integrity)\/|^src\/[\w-]+\.tsx?$/.test(file),
  )
  assert.deepEqual(tell([...wrong, ...visitors]), [])
})

test('domain, store and worker code runs without building: it never imports pages', () => {
  const wrong = imports.filter(({ room, what }) => isRoom(room) && what.endsWith('.tsx'))
  assert.deepEqual(tell(wrong), [])
})

test('nothing is called utils, helpers, common, Service or Manager', () => {
  const wrong = sources.filter(
    (file) =>
      /(^|\/)(utils?|helpers?)(\/|\.)|(service|manager)\.tsx?$/i.test(file) ||
      /\bclass \w+(Service|Manager)\b/.test(code(file)),
  )
  assert.deepEqual(wrong, [])
})

/** The text of a file without its comments. */
function code(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')
}
