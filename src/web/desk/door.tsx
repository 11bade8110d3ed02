import type { ComponentChildren } from 'preact'
import { Document, ErrorSummary, OtherLanguage, usePage, useWords, Wordmark } from '#ui'
import type { SignInErrors } from './sign-in-pages.tsx'

/** The frame of pages before anybody is known. */
export function Door({
  title,
  errors,
  children,
}: {
  title: string
  errors: SignInErrors
  children: ComponentChildren
}) {
  const { desk, forms } = useWords()
  const said: Readonly<Record<string, unknown>> = { ...forms.refusals, ...desk.signIn.refusals }
  const texts = errors.map((reason) => ({
    text: String(said[reason] ?? desk.signIn.refusals['sign-in-refused']),
  }))
  return (
    <Document title={title} sheet="staff.css" wrong={errors.length > 0} secret>
      <DemonstrationBanner />
      <header class="top">
        <Wordmark />
        <span class="top-space" />
        <OtherLanguage />
      </header>
      <main id="main" tabIndex={-1} class="door">
        <ErrorSummary errors={texts} />
        {children}
      </main>
    </Document>
  )
}

function DemonstrationBanner() {
  const { ui } = useWords()
  return usePage().demonstration ? <aside class="demonstration">{ui.demonstration}</aside> : null
}
