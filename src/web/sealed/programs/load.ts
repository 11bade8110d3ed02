import { createHash } from 'node:crypto'
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { buildProgram, PROGRAM_LOCALES, PROGRAMS, programFile } from './build.ts'

/** By file name, `reporter.ar.js`. */
export type Programs = ReadonlyMap<string, string>

const ROOT = join(import.meta.dirname, '../../../..')
const SRC = join(ROOT, 'src')

/** What a program can be made of; whatever changes here makes another. */
const SOURCES = [
  'src/kernel/*.ts',
  'src/sealing/**/*.ts',
  'src/ui/**/*.{ts,tsx}',
  'src/web/sealed/**/*.{ts,tsx}',
  'src/words/*.ts',
  'src/words/*/sealed*.ts',
  'src/integrity/**/*.ts',
  'package-lock.json',
]

/** The browser programs as they were built; while developing and in tests, built when their sources changed. */
export async function loadPrograms(): Promise<Programs> {
  if (import.meta.dirname.startsWith(SRC)) return readFrom(await builtOnDemand())
  return readFrom(import.meta.dirname)
}

/** Builds all of them into a folder. */
export async function buildPrograms(folder: string, src = SRC): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const program of PROGRAMS)
    for (const locale of PROGRAM_LOCALES)
      writeFileSync(join(folder, programFile(program, locale)), await buildProgram(src, program, locale))
}

const readFrom = (folder: string): Programs =>
  new Map(
    PROGRAMS.flatMap((program) =>
      PROGRAM_LOCALES.map((locale) => {
        const file = programFile(program, locale)
        return [file, readFileSync(join(folder, file), 'utf8')] as const
      }),
    ),
  )

/** In a folder named by the hash of the sources; several processes may build the same at once. */
async function builtOnDemand(): Promise<string> {
  const folder = join(ROOT, 'node_modules/.cache/sawt-sealed', fingerprint())
  if (globSync('*.js', { cwd: folder }).length === PROGRAMS.length * PROGRAM_LOCALES.length) return folder
  const making = `${folder}.${process.pid}.${Math.random().toString(36).slice(2)}`
  sweep(join(folder, '..'))
  await buildPrograms(making)
  try {
    renameSync(making, folder)
    return folder
  } catch {
    return making
  }
}

/** What was built from sources of yesterday. */
function sweep(cache: string): void {
  for (const name of existsSync(cache) ? readdirSync(cache) : [])
    if (statSync(join(cache, name)).mtimeMs < Date.now() - 86_400_000)
      rmSync(join(cache, name), { recursive: true, force: true })
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort()
  for (const file of files)
    if (!/\.(test|examples)\.tsx?$/.test(file)) hash.update(file).update(readFileSync(join(ROOT, file)))
  return hash.digest('hex').slice(0, 24)
}
