import { Document, OtherLanguage, useLink, useReader, useWords } from '#ui'
import { PARTS, type PartName, type PartProps } from './parts.tsx'

const FONTS = { ar: ['ibm-plex-sans-arabic-arabic-400.woff2'], en: ['ibm-plex-sans-arabic-latin-400.woff2'] }

/** The wall of the operations room: one screen, dark, read from five metres. Without script it is as of its loading. */
export function Wall(props: PartProps) {
  const { operations } = useWords()
  const link = useLink()
  const { locale } = useReader()
  return (
    <Document
      title={operations.title}
      sheet="staff.css"
      sheets={['operations.css']}
      islands={['operations.js']}
      fonts={FONTS[locale]}
      secret
    >
      <main
        id="main"
        class="wall"
        tabIndex={-1}
        data-live={link('/operations/live')}
        data-live-said={operations.live}
        data-stale={operations.stale}
        data-full={operations.full}
      >
        <header class="wall-top">
          <h1>{operations.title}</h1>
          <p id="wall-state" role="status">
            {operations.noScript}
          </p>
          <nav>
            <a href={link('/operations/desk')}>{operations.toDesk}</a>
            <OtherLanguage />
          </nav>
        </header>
        {(Object.keys(PARTS) as PartName[]).map((name) => {
          const Part = PARTS[name]
          return (
            <div key={name} class={`wall-part wall-${name}`} data-part={name}>
              <Part {...props} />
            </div>
          )
        })}
      </main>
    </Document>
  )
}
