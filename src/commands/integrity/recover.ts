import { type RecoveredFile, type RecoveryFile, recoveryFile } from '#integrity'
import {
  ESCROW,
  type Holder,
  type KnownRoster,
  openItem,
  type Purpose,
  passOn,
  type Recipient,
  type ReportContent,
  trustRosters,
} from '#sealing'
import type { Say } from '../command.ts'
import { publicKeyIn, readFile, writeNew } from './files.ts'
import { fingerprintOf } from './offline.ts'
import { openEscrow } from './open-escrow.ts'
import { refused } from './say.ts'

interface Given {
  file: string
  escrow: string
  authority: string
  share: string[]
  out: string
}

/**
 * Away from the server: three sheets open what escrow holds for an officer who lost everything, and seal it anew to the
 * officer's new key, which the current roster must already name.
 */
export async function openRecovery(say: Say, given: Given): Promise<number> {
  const read = recoveryFile.safeParse(readFile(given.file))
  if (!read.success) return refused(say, `${given.file} is no recovery file.`)
  const { officer, key, keys, rosters } = read.data
  const trusted = trustRosters(rosters, publicKeyIn(given.authority))
  if (!trusted.ok)
    return refused(say, `The rosters in ${given.file} are not the Authority’s: ${trusted.reason}`)
  if (!trusted.value.at(-1)?.officers.some((one) => one.id === officer && one.key === key))
    return refused(
      say,
      'The current roster does not name this officer with this key. Sign and publish one that does, then export again.',
    )
  const privateKey = await openEscrow(say, given.escrow, given.share)
  if (!privateKey) return 1
  say.print(`${keys.length} keys for the officer ${officer}, whose new key is\n  ${fingerprintOf(key)}`)
  const recovered = await recoverKeys({ id: ESCROW, privateKey }, read.data, trusted.value)
  privateKey.fill(0)
  if (typeof recovered === 'string') return refused(say, recovered)
  writeNew(given.out, { kind: 'sawt-sealed/recovered', officer, keys: recovered } satisfies RecoveredFile)
  say.print(
    `They are in ${given.out}; bring it to the server: sawt integrity recover import --file ${given.out}`,
  )
  return 0
}

/** The keys, sealed anew; or why not. */
async function recoverKeys(
  escrow: Holder,
  file: RecoveryFile,
  rosters: readonly KnownRoster[],
): Promise<RecoveredFile['keys'] | string> {
  const recovered: RecoveredFile['keys'] = []
  const to = { id: file.officer, key: file.key }
  for (const one of file.keys) {
    const binding = { report: one.report, item: one.item, purpose: one.purpose as Purpose }
    const passed = []
    for (const from of await sendersOf(escrow, file, rosters, one))
      passed.push(await passOn(one.envelope, binding, escrow, to, from))
    const opened = passed.find((each) => each.ok)
    if (!opened?.ok) return `The key of item ${one.item} does not open, or was not sealed by whom it names.`
    recovered.push({ ...one, envelope: opened.value as typeof one.envelope })
  }
  return recovered
}

/** Every key that whoever sealed it has had, newest first; the reporter's own stands inside the report. */
async function sendersOf(
  escrow: Holder,
  file: RecoveryFile,
  rosters: readonly KnownRoster[],
  { report, envelope }: RecoveryFile['keys'][number],
): Promise<(Recipient | undefined)[]> {
  const { by } = envelope
  if (!by) return [undefined]
  if (by === 'reporter') return [{ id: by, key: await replyKey(escrow, file, report) }]
  return rosters
    .toReversed()
    .flatMap(({ officers, custodians }) => [...officers, ...custodians].filter(({ id }) => id === by))
    .map(({ id, key }) => ({ id, key }))
}

async function replyKey(escrow: Holder, { reports, keys }: RecoveryFile, id: string): Promise<string> {
  const report = reports.find((one) => one.report === id)
  const own = keys.find((one) => one.report === id && one.item === id)
  if (!report || !own) return ''
  const { nonce, body } = report
  const item = {
    v: 1,
    report: id,
    item: id,
    purpose: 'report',
    nonce,
    body,
    envelopes: [own.envelope],
  } as const
  const opened = await openItem<ReportContent>({ ...item, envelopes: [...item.envelopes] }, escrow)
  return opened.ok ? opened.value.reply : ''
}
