import { type ImportRefusal, type ImportSummary, importCases, type Tools } from '#cases'
import { command } from './command.ts'
import { findMapping, MAPPINGS } from './importing/find-mapping.ts'
import { progressLine } from './importing/progress.ts'
import { rejectedFile } from './importing/rejected-file.ts'

const HELP = `Brings the history of another system from a CSV file, plain or packed as .csv.gz.

  sawt import FILE --mapping NAME_OR_FILE --source NAME [--rejected FILE]

  --mapping   one of ${MAPPINGS.join(', ')}, or a JSON file of your own;
              docs/operating/import.md explains how to write one
  --source    the name its cases carry, such as old-portal: small letters, digits, hyphens
  --rejected  where rows go that cannot be understood, each with its line and the reason;
              otherwise DATA_DIR/imports/FILE.SOURCE.rejected.csv

It may be stopped or killed at any moment: the same command goes on where it was. Done again it changes
nothing. Ends with 0 when the file was read to its end, with 1 when it was not, or when no row was of use.`

const TEXT = { type: 'string' } as const

/** `sawt import`. Ends with 1 also when no row was of use. */
export const importFile = command('import', {
  help: HELP,
  options: { mapping: TEXT, source: TEXT, rejected: TEXT },
  words: 1,
  mistake: ({ words: [file], mapping, source }) => {
    if (!file) return 'The file is missing.'
    if (!mapping)
      return `--mapping is missing: it says how the file is read. There are: ${MAPPINGS.join(', ')}.`
    return source ? undefined : '--source is missing: it names the system that the cases come from.'
  },
  async run(tools: Tools, { words: [file = ''], mapping: named = '', source = '', ...typed }, say) {
    const { print, complain, progress = onOneLine } = say
    const mapping = findMapping(named)
    if (!mapping.ok) {
      complain(mapping.reason)
      return 1
    }
    const rejected = rejectedFile(typed.rejected, file, source)
    const line = progressLine(progress)
    const done = await importCases(tools, {
      path: file,
      mapping: mapping.value,
      source,
      onHeader: rejected.begin,
      onRejected: rejected.add,
      onProgress: line.show,
    }).finally(rejected.close)
    line.end()
    if (!done.ok) {
      complain(REMEDIES[done.reason]({ file, ...done.details }))
      return 1
    }
    for (const said of summed(done.value, file, source, rejected.path)) print(said)
    return done.value.rejected > 0 && done.value.rejected === done.value.read ? 1 : 0
  },
})

type Details = Readonly<Record<string, string | number>>

const REMEDIES: Record<ImportRefusal, (details: Details) => string> = {
  'file-unreadable': ({ file, why }) => `${file} cannot be read: ${why}`,
  'file-empty': ({ file }) => `${file} is empty.`,
  'file-not-mapped': ({ missing, columns }) =>
    missing
      ? `The mapping speaks of columns that the file does not have: ${missing}. It has: ${columns}.`
      : 'The first line of the file is no list of columns.',
  'no-country': () => 'The database has no country yet. Run sawt seed first.',
  'source-malformed': () => '--source is made of small letters, digits and hyphens, 40 at the most.',
}

function summed(
  { read, imported, known, rejected, stages, oddities, resumed }: ImportSummary,
  file: string,
  source: string,
  rejectedPath: string,
): string[] {
  const line = (name: string, count: number, more = '') =>
    `  ${name.padEnd(22)}${String(count).padStart(10)}${more ? `  ${more}` : ''}`
  const sorted = (counts: Record<string, number>) => Object.entries(counts).sort(([, a], [, b]) => b - a)
  return [
    `${file} as ${source}:`,
    line('read', read, resumed > 0 ? `${resumed} of them by a run that was interrupted` : ''),
    line('imported', imported),
    ...sorted(stages).map(([stage, count]) => line(`  ${stage}`, count)),
    line('already there', known),
    line('rejected', rejected, rejected > 0 ? `each with its line and reason in ${rejectedPath}` : ''),
    ...(Object.keys(oddities).length > 0 ? ['Kept, but odd:'] : []),
    ...sorted(oddities).map(([oddity, count]) => line(`  ${oddity}`, count)),
  ]
}

function onOneLine(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`)
  else if (line) process.stderr.write(`${line}\n`)
}
