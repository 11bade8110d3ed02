import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { EscrowFile } from './files.ts'

/** One trustee's share as it is printed and kept: groups of four, with four digits that find mistakes in typing it. */
export const shareText = (
  share: string,
  number: number,
  of: number,
  escrow: EscrowFile,
  trustee?: string,
): string => `
SAWT · THE SEALED ROOM'S ESCROW · صوت · مفتاح الاستعادة
Share ${number} of ${of}; three are needed. الحصة ${number} من ${of}، وتلزم ثلاث.
${trustee ? `Trustee · أمين الاستعادة: ${trustee}\n` : ''}
Made · تاريخ الإنشاء: ${escrow.made}
Of the escrow key · للمفتاح: ${escrow.publicKey}

${grouped(share)}
CHECK ${checkOf(share)}

Keep this sheet away from other trustees' sheets and from every computer. It is used in the yearly drill and when an
officer has lost everything. Alone it opens nothing.
تُحفظ هذه الورقة بعيدًا عن أوراق الأمناء الآخرين وعن أي حاسوب. تُستعمل في التمرين السنوي، وعندما يفقد أحد المسؤولين
مفتاحه. لا تفتح شيئًا وحدها.
`

const grouped = (share: string): string => {
  const groups =
    Buffer.from(share, 'base64url')
      .toString('hex')
      .match(/.{1,4}/g) ?? []
  return [groups.slice(0, 9), groups.slice(9)].map((line) => `SHARE ${line.join(' ')}`).join('\n')
}

const checkOf = (share: string): string =>
  createHash('sha256').update(Buffer.from(share, 'base64url')).digest('hex').slice(0, 8)

/** The share that a sheet holds; undefined where something was mistyped. */
export function shareIn(path: string): Uint8Array | undefined {
  const text = readFileSync(path, 'utf8')
  const hex = [...text.matchAll(/^SHARE ([0-9a-f ]+)$/gim)]
    .map(([, line = '']) => line.replace(/\s/g, ''))
    .join('')
  const check = /^CHECK ([0-9a-f]{8})$/im.exec(text)?.[1]
  const share = Buffer.from(hex, 'hex')
  if (share.length !== 33 || checkOf(share.toString('base64url')) !== check?.toLowerCase()) return undefined
  return new Uint8Array(share)
}
