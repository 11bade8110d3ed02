import { join } from 'node:path'
import type { Plugin } from 'rolldown'

/** The two programs of the sealed room that run in browsers: the reporter's and the officers'. */
export const PROGRAMS = ['reporter', 'office'] as const
export type Program = (typeof PROGRAMS)[number]
export type ProgramLocale = 'ar' | 'en'
export const PROGRAM_LOCALES: readonly ProgramLocale[] = ['ar', 'en']

export const programFile = (program: Program, locale: ProgramLocale): string => `${program}.${locale}.js`

/** Browsers of five years ago. */
const TARGET = ['chrome91', 'firefox91', 'safari14.1', 'edge91']

/**
 * Bundles one program in one language into one file: the same bytes from the same sources, wherever and whenever.
 *
 * No part is loaded later, nothing is evaluated, and only this language's words are carried.
 */
export async function buildProgram(src: string, program: Program, locale: ProgramLocale): Promise<string> {
  // A built Sawt brings its programs along and never needs the bundler.
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    input: join(src, 'web/sealed/programs', `${program}.ts`),
    cwd: join(src, '..'),
    platform: 'browser',
    tsconfig: false,
    transform: { target: TARGET, jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [wordsOf(locale), withoutNode(), withoutLaterParts()],
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(log.message)
    },
  })
  try {
    const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false })
    const [only, ...more] = output
    if (more.length > 0) throw new Error(`${program} fell into ${output.length} parts`)
    return only.code
  } finally {
    await bundle.close()
  }
}

/** Takes the words of another language wherever the reference is asked for. */
const wordsOf = (locale: ProgramLocale): Plugin => ({
  name: 'words',
  resolveId: {
    filter: { id: /words\/ar\// },
    handler(id, from) {
      return this.resolve(id.replace('words/ar/', `words/${locale}/`), from, { skipSelf: true })
    },
  },
})

/** A library looks for Node's WebCrypto where a browser has none: there the page never starts the program. */
const withoutLaterParts = (): Plugin => ({
  name: 'without-later-parts',
  transform: {
    filter: { code: /import\(["'\x60]crypto["'\x60]\)/ },
    handler: (code) => ({
      code: code.replace(/import\(["'\x60]crypto["'\x60]\)/g, 'Promise.reject(new Error("No WebCrypto"))'),
      map: null,
    }),
  },
})

const NOT_HERE = 'node:crypto is not here'

/** The kernel also serves Node. What it takes from there must be shaken off: a rest of it fails the build. */
const withoutNode = (): Plugin => ({
  name: 'without-node',
  resolveId: {
    filter: { id: /^node:/ },
    handler: (id) => ({ id: `\0${id}`, moduleSideEffects: false }),
  },
  load: {
    filter: { id: /^\0node:crypto$/ },
    handler: () =>
      ['randomBytes', 'randomInt', 'randomUUIDv7']
        .map((name) => `export const ${name} = ${JSON.stringify(`${NOT_HERE}: ${name}`)}`)
        .join('\n'),
  },
  generateBundle(_, parts) {
    for (const part of Object.values(parts))
      if (part.type === 'chunk' && (part.imports.length > 0 || part.code.includes(NOT_HERE)))
        throw new Error('The program would need Node')
  },
})
