import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from 'lightningcss'
import type { Part } from './document.tsx'
import { integrityOf, type SealedFile, shortHash } from './files.ts'

/** What every page stands on, whatever the operator sets: style, type and mark. */
export interface Ground {
  files: ReadonlyMap<string, SealedFile>
  style: Part
  mark: string
}

/** Both `src` and `dist` lie one below the package's root; style sheets are read from `src` in either case. */
const SRC = join(import.meta.dirname, '../../../..', 'src')

const version = (major: number, minor = 0) => (major << 16) | (minor << 8)
/** Browsers of five years ago, Tor Browser's among them. */
const TARGETS = {
  chrome: version(91),
  safari: version(14, 1),
  ios_saf: version(14, 5),
  firefox: version(91),
}

export function layGround(): Ground {
  const files = new Map<string, SealedFile>()
  const put = (name: string, type: string, body: Buffer): string => {
    const dot = name.lastIndexOf('.')
    const address = `/sealed/assets/${name.slice(0, dot)}.${shortHash(body)}${name.slice(dot)}`
    files.set(address, { type, body, fixed: true })
    return address
  }
  const font = put(
    'readex-arabic.woff2',
    'font/woff2',
    readFileSync(join(SRC, 'ui/fonts/readex-arabic.woff2')),
  )
  const mark = put('mark.svg', 'image/svg+xml', readFileSync(join(SRC, 'ui/styles/mark.svg')))
  const sheet = Buffer.from(sheets().replace(/url\("?font:[\w.-]+"?\)/g, `url(${font})`))
  const style = {
    address: put('sealed.css', 'text/css; charset=utf-8', sheet),
    integrity: integrityOf(sheet),
  }
  return { files, style, mark }
}

const sheets = (): string =>
  ['client/sealed.css', 'office/office.css']
    .map((name) => join(SRC, 'web/sealed', name))
    .filter((filename) => existsSync(filename))
    .map((filename) => bundle({ filename, minify: true, targets: TARGETS }).code.toString())
    .join('')
