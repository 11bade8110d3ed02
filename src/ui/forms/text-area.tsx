import { formatNumber } from '#words'
import type { Examples } from '../example.ts'
import { useReader, useWords } from '../page.tsx'
import { describedBy, Field, type FieldProps, idOf } from './field.tsx'

export interface TextAreaProps extends FieldProps {
  value?: string
  rows?: number
  /** Most characters taken. Said in words; longer text is refused by the server, never cut by the browser. */
  limit?: number
}

export function TextArea(field: TextAreaProps) {
  const { ui } = useWords()
  const reader = useReader()
  const id = idOf(field)
  return (
    <Field {...field}>
      <textarea
        class="input auto"
        id={id}
        name={field.name}
        rows={field.rows ?? 6}
        dir="auto"
        placeholder=" "
        {...describedBy(field, field.limit ? `${id}-limit` : undefined)}
      >
        {/* A browser drops the first line break of a text area: this one is dropped instead of the writer's. */}
        {`\n${field.value ?? ''}`}
      </textarea>
      {field.limit && (
        <p class="hint limit" id={`${id}-limit`}>
          {ui.charactersAtMost(formatNumber(reader, field.limit), field.limit)}
        </p>
      )}
    </Field>
  )
}

export const examples: Examples = {
  'a question that is the page': (say) => (
    <TextArea
      name="text"
      heading
      label={say('ماذا حدث؟', 'What happened?')}
      hint={say(
        'اكتب بكلماتك، كما لو كنت تحكي لجارك. لا حاجة لمعرفة الجهة المسؤولة.',
        'Write in your own words, as you would tell a neighbour. You need not know who is responsible.',
      )}
      limit={5000}
    />
  ),
  'with an error': (say) => (
    <TextArea
      name="reply"
      label={say('الرد', 'Reply')}
      value={say('نشكركم على تواصلكم', 'Thank you for contacting us')}
      error={say('اكتب ما الذي ستفعلونه ومتى', 'Say what you will do, and when')}
      rows={3}
    />
  ),
}
