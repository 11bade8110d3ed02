import { Document, OtherLanguage, useLink, useReader, useWords } from '#ui'
import { formatList } from '#words'
import type { PartProps } from './part.ts'
import { PARTS, partsOf } from './parts.tsx'

const FONTS = { ar: ['ibm-plex-sans-arabic-arabic-400.woff2'], en: ['ibm-plex-sans-arabic-latin-400.woff2'] }

export interface WallProps extends PartProps {
  /** An operator has the desk beside it; whoever else looks only looks. */
  acts: boolean
}

/** The wall of the operations room: one screen, dark, read from five metres. Without script it is as of its loading. */
export function Wall({ acts, ...props }: WallProps) {
  const { operations } = useWords()
  const parts = partsOf(props.board)
  const title = useTitle(props)
  const link = useLink()
  const { locale } = useReader()
  return (
    <Document
      title={title}
      sheet="staff.css"
      sheets={['operations.css']}
      islands={['operations.js']}
      fonts={FONTS[locale]}
      secret
    >
      <main
        id="main"
        class={`wall wall-of-${parts.length}`}
        tabIndex={-1}
        data-live={link('/operations/live')}
        data-live-said={operations.live}
        data-stale={operations.stale}
        data-full={operations.full}
      >
        <header class="wall-top">
          <h1>{title}</h1>
          <p data-part="time">
            <PARTS.time {...props} />
          </p>
          <p id="wall-state" role="status">
            {operations.noScript}
          </p>
          <nav>
            {acts ? (
              <a href={link('/operations/desk')}>{operations.toDesk}</a>
            ) : (
              <a href={link('/desk')}>{operations.toQueue}</a>
            )}
            <OtherLanguage />
          </nav>
        </header>
        {parts.map((name) => {
          if (name === 'time') return null
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

/** The room, and whose part of it. */
function useTitle({ board: { part }, directory }: PartProps): string {
  const { operations } = useWords()
  const reader = useReader()
  if (!part) return operations.title
  const entities = part.map((id) => directory.entity(id)).filter((entity) => entity !== undefined)
  const [first] = entities
  const sector = entities.every(({ sectorId }) => sectorId === first?.sectorId) ? first?.sectorId : undefined
  const names = entities.map(({ name }) => name[reader.locale])
  const whole = entities.length > 1 && sector ? directory.sector(sector)?.name[reader.locale] : undefined
  return operations.partOf(whole ?? formatList(reader, names))
}
