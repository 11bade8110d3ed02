import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readBounce } from './bounce.ts'

const ID = '0197a000-0000-7000-8000-000000000001@example.gov'

interface Parts {
  action?: string
  original?: string
  originalType?: string
  envelope?: string
  type?: string
}

/** A bounce as Postfix writes it. */
const bounce = ({
  action = 'failed',
  original = `Message-ID: <${ID}>`,
  originalType = 'text/rfc822-headers',
  envelope = 'X-Queue: 1',
  type = 'multipart/report; report-type=delivery-status; boundary="b"',
}: Parts = {}) =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mail.example.com',
      'To: sawt@example.gov',
      'Subject: =?utf-8?B?2LHYs9in2YTYqSDZhNmFINiq2LXZhA==?=',
      `Content-Type: ${type}`,
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'لم تصل رسالتك. Message-ID: <somebody@else>',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.example.com',
      envelope,
      '',
      'Final-Recipient: rfc822; fatima@example.com',
      `Action: ${action}`,
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 <fatima@example.com> unknown',
      '',
      '--b',
      `Content-Type: ${originalType}`,
      '',
      'From: sawt@example.gov',
      original,
      'Subject: x',
      '',
      'Message-ID: <written@inside>',
      '--b--',
      '',
    ].join('\r\n'),
  )

test('a bounce names the mail by the head that came back, whole or alone, folded or not', async () => {
  const expected = { channel: 'mail', messageId: `<${ID}>`, action: 'failed', status: '5.1.1' }
  assert.deepEqual(await readBounce(bounce()), expected)
  assert.deepEqual(await readBounce(bounce({ originalType: 'message/rfc822' })), expected)
  assert.deepEqual(await readBounce(bounce({ original: `Message-Id:\r\n <${ID}>` })), expected)
})

test('or by the envelope’s id, where nothing came back', async () => {
  const report = await readBounce(bounce({ original: 'X: 1', envelope: `Original-Envelope-Id: ${ID}` }))
  assert.deepEqual([report?.messageId, report?.action], [ID, 'failed'])
})

test('a delay is no failure, and a delivery is a delivery', async () => {
  assert.equal((await readBounce(bounce({ action: 'delayed' })))?.action, 'delayed')
  assert.equal((await readBounce(bounce({ action: 'Delivered' })))?.action, 'delivered')
})

test('what people write, and reports about nothing of ours, are no bounces', async () => {
  for (const letter of [
    bounce({ original: 'Message-ID: <somebody@else>' }),
    bounce({ action: 'exploded' }),
    bounce({ type: 'multipart/mixed; boundary="b"' }),
    Buffer.from(`From: a@b.example\r\nSubject: hello\r\n\r\nMessage-ID: <${ID}>\r\nAction: failed\r\n`),
    Buffer.from(''),
    Buffer.from([0xff, 0xfe, 0, 1, 2, 3]),
    Buffer.alloc(3 * 1024 * 1024, 'a'),
  ])
    assert.equal(await readBounce(letter), undefined)
})
