import type { ComponentChildren } from 'preact'
import { ErrorSummary, ResidentPage, useLink, useWords } from '#ui'
import type { Trouble } from './trouble.ts'

export interface ShellProps {
  title: string
  back?: string
  wide?: boolean
  /** About one person: kept out of search engines. */
  secret?: boolean
  errors?: readonly Trouble[]
  /** Scripts, for the one page that renews itself. */
  islands?: readonly string[]
  sheets?: readonly string[]
  children: ComponentChildren
}

/** The frame of every page for residents: the same few ways to go, whoever is looking. */
export function Shell({ errors = [], children, ...page }: ShellProps) {
  const { insight, knowledge, problems, proof, resident } = useWords()
  const { home } = resident
  const link = useLink()
  return (
    <ResidentPage
      {...page}
      wrong={errors.length > 0}
      links={[
        { href: link('/follow'), label: home.links.follow },
        { href: link('/my'), label: home.links.mine },
      ]}
      footer={[
        { href: link('/about'), label: home.links.about },
        { href: link('/articles'), label: knowledge.title },
        { href: link('/chat'), label: knowledge.chat },
        { href: link('/fixed'), label: problems.fixed.link },
        { href: link('/scorecard'), label: insight.scorecard.link },
        { href: link('/help'), label: home.links.help },
        { href: link('/proof'), label: proof.about.title },
      ]}
    >
      <ErrorSummary errors={errors} />
      {children}
    </ResidentPage>
  )
}
