import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { evaluateClassify, evaluateSearch, evaluateSimilar } from '#language'
import { misunderstood } from './command.ts'

const HELP = `Measures the text engine on your own texts and prints one JSON object of figures.

  sawt evaluate classify --train FILE --test FILE --text COLUMN --label COLUMN [--where COLUMN=VALUE]
      Learns labels from one file and proposes them for the other: top1, top3, macroF1, calibrationError.

  sawt evaluate similar --train FILE --test FILE --a COLUMN --b COLUMN --label COLUMN [--where COLUMN=VALUE]
      Learns from pairs of texts whether they mean the same (label 1, true, yes, same): auc, f1,
      precisionAtRecall80.

  sawt evaluate search --documents FILE --id COLUMN --text COLUMN
                       --queries FILE --query COLUMN --target COLUMN [--where COLUMN=VALUE]
      Looks for each query's document: recallAt1, recallAt5, recallAt10.

Files are CSV with a line of column names, or JSON lines (.jsonl, .ndjson), in UTF-8.
--where keeps only the rows of the test or query file with that value; given twice, rows must match both.
Every answer also has n, the number of texts judged, and seconds, learning included.
Nothing is stored and nothing leaves this machine.`

const STRING = { type: 'string' } as const
const OPTIONS = {
  train: STRING,
  test: STRING,
  text: STRING,
  label: STRING,
  a: STRING,
  b: STRING,
  documents: STRING,
  id: STRING,
  queries: STRING,
  query: STRING,
  target: STRING,
  where: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const

type Options = ReturnType<typeof read>['values']
type Row = Readonly<Record<string, string>>

/** Something the person who typed the command can put right. */
class Mistake extends Error {}

const KINDS = new Map<string, (options: Options) => Promise<object>>([
  ['classify', classify],
  ['similar', similar],
  ['search', search],
])

/**
 * `sawt evaluate`: figures of the text engine on any CSV or JSON lines.
 *
 * @returns the exit code: 0, or 2 when the command or a file cannot be understood (said on the error stream).
 */
export async function evaluate(
  args: string[],
  print: (line: string) => void = console.log,
  complain: (line: string) => void = console.error,
): Promise<number> {
  try {
    const { values, positionals } = read(args)
    const kind = KINDS.get(positionals[0] ?? '')
    if (values.help || !kind) {
      values.help ? print(HELP) : complain(HELP)
      return values.help ? 0 : 2
    }
    const started = performance.now()
    const figures = await kind(values)
    print(JSON.stringify({ ...rounded(figures), seconds: round((performance.now() - started) / 1000) }))
    return 0
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    return misunderstood('evaluate', error.message, { print, complain })
  }
}

async function classify(options: Options) {
  const [text, label] = [need(options, 'text'), need(options, 'label')]
  const example = (row: Row) => ({ text: row[text] ?? '', label: row[label] ?? '' })
  const train = await rows(need(options, 'train'), [text, label])
  const test = await rows(need(options, 'test'), [text, label], options.where)
  return evaluateClassify(train.map(example), test.map(example))
}

async function similar(options: Options) {
  const [a, b, label] = [need(options, 'a'), need(options, 'b'), need(options, 'label')]
  const same = (value = '') => ['1', '1.0', 'true', 'yes', 'same'].includes(value.trim().toLowerCase())
  const pair = (row: Row) => ({ one: row[a] ?? '', other: row[b] ?? '', same: same(row[label]) })
  const train = await rows(need(options, 'train'), [a, b, label])
  const test = await rows(need(options, 'test'), [a, b, label], options.where)
  return evaluateSimilar(train.map(pair), test.map(pair))
}

async function search(options: Options) {
  const [id, text, query, target] = [
    need(options, 'id'),
    need(options, 'text'),
    need(options, 'query'),
    need(options, 'target'),
  ]
  const documents = await rows(need(options, 'documents'), [id, text])
  const queries = await rows(need(options, 'queries'), [query, target], options.where)
  return evaluateSearch(
    documents.map((row) => ({ id: row[id] ?? '', text: row[text] ?? '' })),
    queries.map((row) => ({ query: row[query] ?? '', target: row[target] ?? '' })),
  )
}

function read(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new Mistake(error instanceof Error ? error.message : String(error))
  }
}

function need(options: Options, name: Exclude<keyof Options, 'where' | 'help'>): string {
  const value = options[name]
  if (value === undefined) throw new Mistake(`--${name} is missing.`)
  return value
}

/** The rows of a file that have all of `where`; a file without one of the columns is a mistake. */
async function rows(file: string, columns: string[], where: string[] = []): Promise<Row[]> {
  const wanted = where.map((condition) => {
    const [, column = '', value = ''] = /^([^=]+)=(.*)$/s.exec(condition) ?? []
    if (!column) throw new Mistake(`--where takes COLUMN=VALUE, not "${condition}".`)
    return { column, value }
  })
  const found = parsed(file, await contents(file))
  const present = Object.keys(found[0] ?? {})
  for (const column of [...columns, ...wanted.map((condition) => condition.column)]) {
    if (present.includes(column)) continue
    throw new Mistake(`${file} has no column "${column}"; it has: ${present.join(', ') || 'no rows'}.`)
  }
  return found.filter((row) => wanted.every(({ column, value }) => row[column] === value))
}

async function contents(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Mistake(`${file} cannot be read (${error.code}).`)
  })
}

function parsed(file: string, text: string): Row[] {
  try {
    if (!['.jsonl', '.ndjson'].includes(extname(file))) return parse(text, { columns: true, bom: true })
    return text
      .split('\n')
      .filter((line) => line.trim())
      .map(jsonRow)
  } catch (error) {
    throw new Mistake(`${file} is not understood: ${error instanceof Error ? error.message : error}`)
  }
}

function jsonRow(line: string, at: number): Row {
  const value: unknown = JSON.parse(at === 0 ? line.replace(/^\ufeff/, '') : line)
  if (typeof value !== 'object' || value === null) throw new SyntaxError(`row ${at + 1} is not an object`)
  return Object.fromEntries(Object.entries(value).map(([column, cell]) => [column, String(cell ?? '')]))
}

const round = (figure: number): number => Math.round(figure * 10_000) / 10_000

const rounded = (figures: object): object =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, round(figure)]))
