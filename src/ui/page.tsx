import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Reader, type Words, words } from '#words'

/** What every page knows while it is drawn: who reads it, and where the house's files are. */
export interface Page {
  readonly reader: Reader
  /** The address below the language, with its query: `/follow`. The language link leads to the same place. */
  readonly path: string
  /** The public address of a style sheet, font or island, by its plain name. */
  readonly asset: (name: string) => string
  /** The token that every form carries, when there is a visitor to bind it to. */
  readonly csrf?: string
  /** Says on every page that nothing here is real. */
  readonly demonstration?: boolean
  /** What time it is where a demonstration's clock is ahead of the one on the wall. */
  readonly shiftedTo?: Temporal.Instant
  /** How many notices the officer has not read; shown on every page of staff. */
  readonly notices?: number
  /** How many residents wait for somebody to chat with; for whoever may. */
  readonly chats?: number
  /** What the reader asked for; without it the device decides. */
  readonly theme?: 'light' | 'dark'
}

const PageContext = createContext<Page | undefined>(undefined)

export const PageProvider = ({ page, children }: { page: Page; children?: ComponentChildren }) => (
  <PageContext.Provider value={page}>{children}</PageContext.Provider>
)

/** The page being drawn. Outside of one, nothing can be said in anyone's language: that is a bug. */
export function usePage(): Page {
  const page = useContext(PageContext)
  if (!page) throw new Error('A component was drawn outside a page: render it with html() or a PageProvider')
  return page
}

export const useReader = (): Reader => usePage().reader

/** The catalogue in the language of whoever reads the page. */
export const useWords = (): Words => words(usePage().reader.locale)

/** An address in the reader's language: `/follow` becomes `/ar/follow`. */
export const useLink = () => {
  const { locale } = useReader()
  return (path: string) => `/${locale}${path === '/' ? '' : path}`
}
