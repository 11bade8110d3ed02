import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanName } from './clean-name.ts'

test('a plain name stays as it is, in any script', () => {
  assert.equal(cleanName('صورة الحفرة ١.jpg', 'jpg'), 'صورة الحفرة ١.jpg')
  assert.equal(cleanName('Bill (March) – №2.pdf', 'pdf'), 'Bill (March) – №2.pdf')
  assert.equal(cleanName('👨‍👩‍👧.png', 'png'), '👨‍👩‍👧.png')
})

test('the ending is the one the content deserves', () => {
  assert.equal(cleanName('photo.heic', 'jpg'), 'photo.jpg')
  assert.equal(cleanName('report.pdf.exe', 'pdf'), 'report.pdf')
  assert.equal(cleanName('REPORT.PDF', 'pdf'), 'REPORT.pdf')
  assert.equal(cleanName('v1.2 plan', 'docx'), 'v1.2 plan.docx')
})

test('no part of a path, no hidden file, no name of nothing', () => {
  assert.equal(cleanName('../../etc/passwd', 'txt'), 'passwd.txt')
  assert.equal(cleanName('C:\\Users\\me\\scan.pdf', 'pdf'), 'scan.pdf')
  assert.equal(cleanName('.htaccess', 'txt'), 'htaccess.txt')
  for (const nothing of ['', '   ', '..', '/', '.', '\u202e', '\u0000']) {
    assert.equal(cleanName(nothing, 'txt'), 'file.txt')
  }
})

test('a name cannot be read in another order than it is written', () => {
  assert.equal(cleanName('photo\u202egpj.exe', 'pdf'), 'photogpj.pdf')
  assert.equal(cleanName('\u2067a\u2069\u200fb.txt', 'txt'), 'ab.txt')
})

test('a name has no line, no header and no forbidden letter in it', () => {
  assert.equal(cleanName('a\r\nContent-Type: text/html.txt', 'txt'), 'html.txt')
  assert.equal(cleanName('a\r\nb: "c".txt', 'txt'), 'a b- -c-.txt')
})

test('a long name is cut between letters, at 120 characters', () => {
  const long = cleanName(`${'ش'.repeat(500)}.jpeg`, 'jpg')
  assert.equal(long.length, 120)
  assert.match(long, /^ش+\.jpg$/)
  assert.ok(cleanName(`${'👨‍👩‍👧'.repeat(100)}.png`, 'png').isWellFormed())
})

test('whatever it was called, the name is safe', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const clean = cleanName(name, 'pdf')
      assert.ok(clean.isWellFormed() && clean.length <= 120)
      assert.match(clean, /^[^./\\].*\.pdf$/su)
      assert.doesNotMatch(clean, /[\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069<>:"|?*/\\]/u)
      assert.equal(cleanName(clean, 'pdf'), clean)
    }),
  )
})
