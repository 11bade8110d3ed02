import type { Examples } from '../example.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../page.tsx'

export interface ErrorSummaryProps {
  /** `field` is the field's id (its name, unless it was given another); without one the error concerns the whole. */
  errors: readonly { field?: string; text: string }[]
  title?: string
}

/**
 * All errors of the page at its top. Takes the focus when the page opens (`autofocus` does so without script), so
 * that a screen reader begins here. Draws nothing when nothing is wrong.
 */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const { ui } = useWords()
  if (errors.length === 0) return null
  return (
    <section class="error-summary" aria-labelledby="errors-title" id="errors" tabIndex={-1} autofocus>
      <h2 id="errors-title">
        <Icon name="alert" />
        {title ?? ui.errorTitle}
      </h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={text}>{field ? <a href={`#${field.replace(/[^\w-]+/g, '-')}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </section>
  )
}

export const examples: Examples = {
  'two errors': (say) => (
    <ErrorSummary
      errors={[
        { field: 'text', text: say('اكتب ماذا حدث', 'Write what happened') },
        { text: say('أحد الملفات أكبر من اللازم', 'One of the files is too large') },
      ]}
    />
  ),
}
