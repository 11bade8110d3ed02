import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { bundle, type Targets } from 'lightningcss'

export interface Assets {
  /** The public address of a file by its plain name, `resident.css`; an unknown name is a bug and throws. */
  readonly href: (name: string) => string
  /** Serves them; mounted at `/assets`. */
  readonly routes: Hono
  /** What a visitor downloads, in bytes, by plain name. */
  readonly weight: (name: string) => { raw: number; gzip: number }
}

/** Both `src` and `dist` lie one below the package's root, and style sheets are read from `src` in either case. */
const ROOT = join(import.meta.dirname, '..', '..')
const STYLES = join(ROOT, 'src', 'ui', 'styles')
const ISLANDS = join(ROOT, 'src', 'ui', 'islands')
const OWN_FONTS = join(ROOT, 'src', 'ui', 'fonts')
const PLEX = 'ibm-plex-sans-arabic'
const PLEX_FACES = ['arabic-400', 'arabic-600', 'latin-400', 'latin-600']

/** Phones of 2018 still open these pages: Lightning CSS writes what they understand. */
const version = (major: number, minor = 0) => (major << 16) | (minor << 8)
const RESIDENTS: Targets = {
  chrome: version(70),
  // 12.1 knows logical properties; for 12.0 every rule would be written twice, by language.
  safari: version(12, 1),
  ios_saf: version(12, 2),
  firefox: version(68),
  samsung: version(10),
}
const STAFF: Targets = { chrome: version(111), safari: version(16, 4), firefox: version(121) }

/** Reads, bundles, shrinks, compresses and names every file once, when the application is built. About 0.2 s. */
export function loadAssets(): Assets {
  const files = new Map<string, File>()
  const add = (name: string, body: Buffer) => files.set(name, file(name, body))
  const href = (name: string) => address(files.get(name), name)

  add('readex-arabic.woff2', readFileSync(join(OWN_FONTS, 'readex-arabic.woff2')))
  for (const face of PLEX_FACES) add(`${PLEX}-${face}.woff2`, readFileSync(plex(face)))
  add('mark.svg', readFileSync(join(STYLES, 'mark.svg')))
  add('resident.css', styleSheet('resident.css', RESIDENTS, href))
  add('chat.css', styleSheet('chat.css', RESIDENTS, href))
  add('scorecard.css', styleSheet('scorecard.css', RESIDENTS, href))
  add('operations.css', styleSheet('operations.css', STAFF, href))
  add('staff.css', styleSheet('staff.css', STAFF, href))
  for (const name of islandNames()) add(name.replace(/\.ts$/, '.js'), island(name))

  return {
    href,
    routes: serve([...files.values()]),
    weight: (name) => {
      const { body, gzip } = known(files.get(name), name)
      return { raw: body.length, gzip: (gzip ?? body).length }
    },
  }
}

interface File {
  /** Its name with the hash of its content: a changed file has another address, so this one is kept for ever. */
  address: string
  type: string
  body: Buffer
  gzip?: Buffer
  brotli?: Buffer
}

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

function file(name: string, body: Buffer): File {
  const extension = name.slice(name.lastIndexOf('.') + 1)
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  const plain = {
    address: `${name.slice(0, -extension.length)}${hash}.${extension}`,
    type: TYPES[extension] ?? 'application/octet-stream',
    body,
  }
  return extension === 'woff2' ? plain : { ...plain, gzip: gzipSync(body), brotli: brotliCompressSync(body) }
}

function styleSheet(name: string, targets: Targets, href: (name: string) => string): Buffer {
  const { code } = bundle({ filename: join(STYLES, name), minify: true, targets })
  const withFonts = Buffer.from(code)
    .toString()
    .replace(/url\("?font:([\w.-]+)"?\)/g, (_, font: string) => `url(${href(font)})`)
  return Buffer.from(withFonts)
}

const plex = (face: string) =>
  join(ROOT, 'node_modules', '@fontsource', PLEX, 'files', `${PLEX}-${face}-normal.woff2`)

const islandNames = () => readdirSync(ISLANDS).filter((name) => /(?<!\.test)\.ts$/.test(name))

/** An island is one plain module that imports nothing: taking its types away is all it needs. */
const island = (name: string): Buffer =>
  import.meta.dirname.startsWith(join(ROOT, 'src'))
    ? Buffer.from(stripTypeScriptTypes(readFileSync(join(ISLANDS, name), 'utf8'), { mode: 'strip' }))
    : builtIsland(name)

/** A build has taken them away; what does it here would stay in memory, 26 MB of it. */
const builtIsland = (name: string): Buffer =>
  Buffer.from(
    readFileSync(join(import.meta.dirname, '../ui/islands', name.replace(/ts$/, 'js')), 'utf8').replace(
      /\n\/\/# sourceMappingURL=.*$/m,
      '',
    ),
  )

const address = (found: File | undefined, name: string) => `/assets/${known(found, name).address}`

function known(found: File | undefined, name: string): File {
  if (!found) throw new Error(`There is no asset named ${name}`)
  return found
}

function serve(files: readonly File[]): Hono {
  const byAddress = new Map(files.map((one) => [one.address, one]))
  return new Hono().get('/:address', (c) => {
    const found = byAddress.get(c.req.param('address'))
    if (!found) return c.notFound()
    const [encoding, body] = encoded(found, c.req.header('Accept-Encoding') ?? '')
    return c.body(new Uint8Array(body), 200, {
      'Content-Type': found.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      ...(found.gzip && { Vary: 'Accept-Encoding' }),
      ...(encoding && { 'Content-Encoding': encoding }),
    })
  })
}

function encoded({ body, gzip, brotli }: File, accepted: string): [string | undefined, Buffer] {
  if (brotli && /\bbr\b/.test(accepted)) return ['br', brotli]
  if (gzip && /\bgzip\b/.test(accepted)) return ['gzip', gzip]
  return [undefined, body]
}
