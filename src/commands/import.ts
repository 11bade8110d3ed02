import { parseArgs } from 'node:util'
import { type ImportRefusal, type ImportSummary, importCases, type Tools } from '#cases'
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

type Print = (line: string) => void

export interface Speaking {
  print?: Print
  complain?: Print
  /** Overwrites its own last line where the terminal can. */
  progress?: Print
}

/** `sawt import`. Returns the exit code: 0, 1 when it was refused, 2 when the command is not understood. */
export async function importFile(
  tools: Tools,
  args: string[],
  { print = console.log, complain = console.error, progress = onOneLine }: Speaking = {},
): Promise<number> {
  const options = read(args)
  if (typeof options === 'string') {
    complain(`${options}\nsawt import --help explains the command.`)
    return 2
  }
  if (options.help) {
    print(HELP)
    return 0
  }
  const mapping = findMapping(options.mapping)
  if (!mapping.ok) {
    complain(mapping.reason)
    return 1
  }
  const rejected = rejectedFile(options.rejected, options.file, options.source)
  const line = progressLine(progress)
  const done = await importCases(tools, {
    path: options.file,
    mapping: mapping.value,
    source: options.source,
    onHeader: rejected.begin,
    onRejected: rejected.add,
    onProgress: line.show,
  }).finally(rejected.close)
  line.end()
  if (!done.ok) {
    complain(REMEDIES[done.reason]({ file: options.file, ...done.details }))
    return 1
  }
  for (const said of summed(done.value, options.file, options.source, rejected.path)) print(said)
  return done.value.rejected > 0 && done.value.rejected === done.value.read ? 1 : 0
}

function read(args: string[]) {
  const text = { type: 'string' } as const
  try {
    const options = {
      mapping: text,
      source: text,
      rejected: text,
      help: { type: 'boolean', short: 'h' },
    } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const { mapping = '', source = '', rejected, help } = values
    const [file = '', another] = positionals
    if (help) return { file, mapping, source, rejected, help }
    if (!file) return 'The file is missing.'
    if (another) return `One file at a time; ${another} is a second one.`
    if (!mapping)
      return `--mapping is missing: it says how the file is read. There are: ${MAPPINGS.join(', ')}.`
    if (!source) return '--source is missing: it names the system that the cases come from.'
    return { file, mapping, source, rejected, help }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

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
