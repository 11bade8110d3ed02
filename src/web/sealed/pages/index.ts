import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { type Room, rosterNow } from '#integrity'
import { loadPrograms } from '../programs/load.ts'
import type { SealedTexts } from '../texts.ts'
import { assemble, type Manifest, type SealedSite } from './assemble.tsx'
import type { SealedFile } from './files.ts'
import type { PageSettings } from './settings.ts'
import { layGround } from './style.ts'

export type { Manifest } from './assemble.tsx'

export interface PagesGiven {
  /** The room's folder; `authority.pub` in it names the Authority, `onion` the onion address. */
  dir: string
  texts: () => SealedTexts
  home: string
  country: 'bahrain' | 'jordan'
}

const REGION = { bahrain: 'BH', jordan: 'JO' }

/** The site that browsers get now: assembled anew when the Authority, the age key or the operator's texts change. */
export function sealedSite(room: Room, given: PagesGiven): () => Promise<SealedSite> {
  let parts: Promise<[Awaited<ReturnType<typeof loadPrograms>>, ReturnType<typeof layGround>]> | undefined
  let kept: { of: string; site: SealedSite } | undefined
  return async () => {
    parts ??= loadPrograms().then((programs) => [programs, layGround()])
    const [programs, ground] = await parts
    let settings: PageSettings
    try {
      settings = await settingsOf(room, given)
    } catch (error) {
      // While the database is away the page still stands, with every way that does not need it.
      if (kept) return kept.site
      throw error
    }
    const of = JSON.stringify(settings)
    if (kept?.of !== of) kept = { of, site: assemble(programs, ground, settings) }
    return kept.site
  }
}

export const sealedManifest = async (room: Room, given: PagesGiven): Promise<Manifest> =>
  (await sealedSite(room, given)()).manifest

async function settingsOf(room: Room, { dir, texts, home, country }: PagesGiven): Promise<PageSettings> {
  const roster = await rosterNow(room)
  return {
    authority: firstWord(join(dir, 'authority.pub')),
    age: roster?.age,
    demonstration: room.demonstration,
    texts: texts(),
    home,
    dates: { ar: `ar-${REGION[country]}-u-nu-latn`, en: 'en-GB-u-nu-latn' },
    onion: onionIn(dir),
  }
}

/** The room's onion address as Tor writes it into `hostname`, copied to the file `onion`; a wrong one is not shown. */
function onionIn(dir: string): string | undefined {
  const written = firstWord(join(dir, 'onion'))
  return written && /^[a-z2-7]{56}\.onion$/.test(written) ? written : undefined
}

/** What the operator laid into the room's folder: the first word of a file, if it is there. */
function firstWord(file: string): string | undefined {
  if (!statSync(file, { throwIfNoEntry: false })) return undefined
  return readFileSync(file, 'utf8').trim().split(/\s/)[0]
}

/** The static pages and files over HTTP, all of them under one policy. */
export function sealedPages(room: Room, given: PagesGiven): Hono {
  const siteNow = sealedSite(room, given)
  const packed = new WeakMap<SealedFile, { br: Buffer; gzip: Buffer }>()
  const app = new Hono()
  app.get('/sealed', (c) => c.redirect('/sealed/ar/', 302))
  app.get('/sealed/', (c) => c.redirect('/sealed/ar/', 302))
  for (const locale of ['ar', 'en']) {
    app.get(`/sealed/${locale}`, (c) => c.redirect(`/sealed/${locale}/`, 302))
    app.get(`/sealed/${locale}/office/`, (c) => c.redirect(`/sealed/${locale}/office`, 302))
  }
  app.get('/sealed/manifest.json', async (c) => c.json((await siteNow()).manifest))
  for (const path of PATHS)
    app.get(path, async (c) => {
      const { files, policy, onion } = await siteNow()
      const file = files.get(c.req.path)
      if (!file) return c.json({ refused: 'not-found' }, 404)
      const [encoding, body] = encoded(file, packed, c.req.header('Accept-Encoding') ?? '')
      return c.body(new Uint8Array(body), 200, {
        'Content-Type': file.type,
        'Content-Security-Policy': policy,
        'Integrity-Policy': 'blocked-destinations=(script)',
        // Neither page nor program: a browser's cache would say for a year who was here.
        'Cache-Control': 'no-store',
        // Tor Browser offers the way that never leaves its network.
        ...(onion && !file.fixed && { 'Onion-Location': `http://${onion}${c.req.path}` }),
        Vary: 'Accept-Encoding',
        ...(encoding && { 'Content-Encoding': encoding }),
      })
    })
  return app
}

const PATHS = [
  '/sealed/assets/:name',
  ...['ar', 'en'].flatMap((locale) =>
    ['', 'age-received', 'age-refused', 'office', 'office/enrol'].map((page) => `/sealed/${locale}/${page}`),
  ),
]

function encoded(
  file: SealedFile,
  packed: WeakMap<SealedFile, { br: Buffer; gzip: Buffer }>,
  accepted: string,
): ['br' | 'gzip' | undefined, Buffer] {
  if (file.type === 'font/woff2') return [undefined, file.body]
  const known = packed.get(file) ?? { br: brotliCompressSync(file.body), gzip: gzipSync(file.body) }
  packed.set(file, known)
  if (/\bbr\b/.test(accepted)) return ['br', known.br]
  return /\bgzip\b/.test(accepted) ? ['gzip', known.gzip] : [undefined, file.body]
}
