import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { withAuthority } from '../pages/assemble.tsx'
import { PROGRAM_LOCALES, PROGRAMS, programFile } from './build.ts'
import { buildPrograms, loadPrograms, type Programs } from './load.ts'

describe('the browser programs of the sealed room', () => {
  let programs: Programs
  before(async () => {
    programs = await loadPrograms()
  })
  const each = (check: (code: string, name: string) => void) => {
    for (const [name, code] of programs) check(code, name)
  }

  test('are two, each in both languages, each one file', () => {
    const names = PROGRAMS.flatMap((program) => PROGRAM_LOCALES.map((locale) => programFile(program, locale)))
    assert.deepEqual([...programs.keys()].sort(), names.sort())
  })

  test('built twice are the same bytes', async (t) => {
    const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'sawt-build-')))
    t.after(() => folders.forEach((folder) => void rmSync(folder, { recursive: true })))
    for (const folder of folders) await buildPrograms(folder)
    const [one, other] = folders.map((folder) =>
      readdirSync(folder)
        .sort()
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    )
    assert.deepEqual(one, other)
  })

  test('evaluate nothing, load nothing later, need no WebAssembly and no storage', () => {
    each((code, name) => {
      for (const forbidden of [
        /\beval\(/,
        /new Function\b|[^.\w]Function\(/,
        /\bimport\(/,
        /\bimport\.meta/,
        /WebAssembly/,
        /localStorage|sessionStorage|indexedDB/,
        /document\.cookie|serviceWorker|sendBeacon|WebSocket/,
        /document\.write/,
      ])
        assert.doesNotMatch(code, forbidden, name)
    })
  })

  test('speak to their own address alone', () => {
    each((code, name) => {
      const addresses = [...code.matchAll(/https?:\/\/[\w.-]+/g)].map(([address]) => address)
      // Names of vocabularies (SVG, image metadata) and of libraries' pages in error texts: nobody calls them.
      const foreign = addresses.filter(
        (address) => !/www\.w3\.org|ns\.adobe\.com|purl\.org|github\.com|simplewebauthn\.dev/.test(address),
      )
      assert.deepEqual(foreign, [], name)
    })
  })

  test('carry the words of one language alone', () => {
    each((code, name) => {
      const arabic = (code.match(/[\u0621-\u064a]{3,}/g) ?? []).length
      if (name.includes('.ar.')) assert.ok(arabic > 300, `${name}: ${arabic} Arabic words`)
      else assert.ok(arabic < 10, `${name}: ${arabic} Arabic words`)
    })
  })

  test('have one place for the Authority, and only a key of 32 bytes fits into it', () => {
    const key = Buffer.alloc(32, 3).toString('base64url')
    each((code, name) => {
      const assembled = withAuthority(code, key)
      assert.equal(assembled.length, code.length, name)
      assert.ok(assembled.includes(key), name)
    })
    const [code = ''] = programs.values()
    for (const wrong of ['', 'short', Buffer.alloc(31).toString('base64url'), "');alert(1)//"])
      assert.throws(() => withAuthority(code, wrong))
  })

  test('weigh less than 100 KB on the way', () => {
    each((code, name) => assert.ok(gzipSync(code).length < 100_000, `${name}: ${gzipSync(code).length}`))
  })
})
