import { type Balance, reconcile as count, type Reconciled, rebuildRollUps } from '#insight'
import type { AppTools } from '../tools.ts'
import { command, type Print } from './command.ts'

const HELP = `Counts everything a second time, from the cases and their events, and holds it against the figures.

  sawt reconcile             prints both, and the difference
  sawt reconcile --rebuild   counts the figures anew from the first event first, beside those that are read meanwhile

Ends with 0 when the books balance, 1 when something differs, 2 when misunderstood. After a difference: rebuild; if it
comes back, it is a fault of Sawt, and the table says where.`

/** `sawt reconcile`. */
export const reconcile = command('reconcile', {
  help: HELP,
  options: { rebuild: { type: 'boolean' } },
  async run(tools: Pick<AppTools, 'db' | 'directory'>, typed, { print }) {
    if (typed.rebuild) await rebuild(tools, print)
    const found = await count(tools)
    for (const line of table(found)) print(line)
    return found.differing > 0 ? 1 : 0
  },
})

async function rebuild(tools: Pick<AppTools, 'db' | 'directory'>, print: Print): Promise<void> {
  let told = performance.now()
  const events = await rebuildRollUps(tools, (done) => {
    if (performance.now() - told < 2000) return
    told = performance.now()
    print(`  ${done} events counted`)
  })
  print(`Rebuilt from ${events} events.`)
}

const HEAD: [string, string, string, string] = ['', 'cases and events', 'figures', 'cells that differ']

function table({ balances, differing, unread }: Reconciled): string[] {
  const rows = [HEAD, ...balances.map(row)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ')}`
  return [
    ...rows.map(line),
    '',
    `difference ${differing}`,
    ...(unread > 0 ? [`${unread} events are held back by transactions that still run: ask again.`] : []),
  ]
}

const row = ({ what, cases, rollUps, differing }: Balance): [string, string, string, string] => [
  what,
  String(cases),
  String(rollUps),
  String(differing),
]
