import { render } from 'preact-render-to-string'
import { fromBase64url, keyFingerprint } from '#sealing'
import { words } from '#words'
import { sealedOffice as ar } from '../../../words/ar/sealed-office.ts'
import { sealedOffice as en } from '../../../words/en/sealed-office.ts'
import type { Program } from '../programs/build.ts'
import { programFile } from '../programs/build.ts'
import type { Programs } from '../programs/load.ts'
import { AgeAnswer } from './age-upload.tsx'
import { Around, type Frame, type Part, SealedDocument } from './document.tsx'
import { integrityOf, type SealedFile, sha256, shortHash } from './files.ts'
import { Landing } from './landing.tsx'
import type { PageLocale, PageSettings } from './settings.ts'
import type { Ground } from './style.ts'

/** Everything static that a browser gets from the sealed room, and the one policy it is served under. */
export interface SealedSite {
  files: ReadonlyMap<string, SealedFile>
  policy: string
  manifest: Manifest
  onion?: string
}

export interface Manifest {
  v: 1
  authority: { key: string; fingerprint: string } | null
  policy: string
  files: Record<string, { sha256: string; bytes: number }>
}

/** The office's words are carried by its program; the page needs two of them. */
const OFFICE_WORDS = { ar, en }

const LOCALES: readonly PageLocale[] = ['ar', 'en']
const PLACE_OF_AUTHORITY = 'HERE-STANDS-THE-AUTHORITYS-KEY-OF-32-BYTES-'
const SCRIPT = 'text/javascript; charset=utf-8'

/** Puts programs, words, the Authority's key and the operator's texts together: the same bytes from the same parts. */
export function assemble(programs: Programs, ground: Ground, settings: PageSettings): SealedSite {
  const files = new Map<string, SealedFile>(ground.files)
  const scripts = new Map<string, Part>()
  for (const [name, code] of programs) {
    const body = Buffer.from(withAuthority(code, settings.authority))
    const address = `/sealed/assets/${name.replace(/js$/, `${shortHash(body)}.js`)}`
    files.set(address, { type: SCRIPT, body, fixed: true })
    scripts.set(name, { address, integrity: integrityOf(body) })
  }
  for (const locale of LOCALES)
    for (const [address, body] of pagesOf(locale, scripts, ground, settings))
      files.set(address, { type: 'text/html; charset=utf-8', body: Buffer.from(body), fixed: false })
  const policy = policyFor([...scripts.values()])
  const manifest = manifestOf(files, policy, settings.authority)
  return { files, policy, manifest, onion: settings.onion }
}

/** The Authority's key takes the place that the build left for it: 43 characters for 43. */
export function withAuthority(code: string, authority: string | undefined): string {
  if (code.split(PLACE_OF_AUTHORITY).length !== 2)
    throw new Error('The program has no place for the Authority')
  if (authority === undefined) return code
  if (fromBase64url(authority)?.length !== 32) throw new Error('The Authority’s key has 32 bytes')
  return code.replace(PLACE_OF_AUTHORITY, authority)
}

function* pagesOf(
  locale: PageLocale,
  scripts: ReadonlyMap<string, Part>,
  ground: Ground,
  settings: PageSettings,
): Generator<[string, string]> {
  const { sealed } = words(locale)
  const office = OFFICE_WORDS[locale]
  const other = locale === 'ar' ? 'en' : 'ar'
  const frame = (title: string, program?: Program): Frame => ({
    locale,
    title,
    style: ground.style,
    mark: ground.mark,
    script: program && scripts.get(programFile(program, locale)),
    leave: `${settings.home}/${locale}`,
    dates: settings.dates[locale],
    demonstration: settings.demonstration,
  })
  yield [
    `/sealed/${locale}/`,
    page(
      <SealedDocument {...frame(sealed.landing.title, 'reporter')}>
        <Around locale={locale} other={`/sealed/${other}/`} home={settings.home}>
          <Landing locale={locale} settings={settings} />
        </Around>
      </SealedDocument>,
    ),
  ]
  for (const received of [true, false]) {
    const name = received ? 'age-received' : 'age-refused'
    const { file } = sealed.landing
    yield [
      `/sealed/${locale}/${name}`,
      page(
        <SealedDocument {...frame(received ? file.taken : file.refused)}>
          <Around locale={locale} other={`/sealed/${other}/${name}`} home={settings.home}>
            <AgeAnswer locale={locale} received={received} />
          </Around>
        </SealedDocument>,
      ),
    ]
  }
  const officePage = page(
    <SealedDocument {...frame(office.title, 'office')}>
      <div id="office">
        <main id="main" class="frame">
          <h1>{office.title}</h1>
          <p>{office.wait}</p>
        </main>
      </div>
    </SealedDocument>,
  )
  yield [`/sealed/${locale}/office`, officePage]
  yield [`/sealed/${locale}/office/enrol`, officePage]
}

const page = (document: Parameters<typeof render>[0]): string => `<!doctype html>${render(document)}`

/** Scripts by their hashes and no others; no markup from strings; nothing to and from anywhere else. */
const policyFor = (scripts: readonly Part[]): string =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(({ integrity }) => `'${integrity}'`).join(' ')}`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' blob:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

function manifestOf(
  files: ReadonlyMap<string, SealedFile>,
  policy: string,
  authority: string | undefined,
): Manifest {
  const key = fromBase64url(authority ?? '')
  const listed = [...files].sort(([one], [other]) => (one < other ? -1 : 1))
  return {
    v: 1,
    authority: key && authority ? { key: authority, fingerprint: keyFingerprint(key) } : null,
    policy,
    files: Object.fromEntries(
      listed.map(([address, { body }]) => [address, { sha256: sha256(body), bytes: body.length }]),
    ),
  }
}
