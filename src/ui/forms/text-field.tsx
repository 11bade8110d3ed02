import type { Examples } from '../example.ts'
import { describedBy, Field, type FieldProps, idOf } from './field.tsx'

export interface TextFieldProps extends FieldProps {
  value?: string
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'date' | 'number'
  /** The keyboard that a phone shows. Prefer `numeric` to `type="number"` for codes and references. */
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'search'
  /** What the browser may fill in: `name`, `tel`, `email`, `one-time-code`, `current-password`… */
  autocomplete?: string
  /** About how many characters are expected; without it the field takes the whole measure. */
  size?: 'small' | 'medium'
  /** `auto` (the default) follows what is typed; numbers, addresses and codes are `ltr` in every language. */
  dir?: 'auto' | 'ltr'
  maxLength?: number
  min?: string | number
  max?: string | number
  spellcheck?: boolean
}

export const TextField = (field: TextFieldProps) => (
  <Field {...field}>
    <input
      class={['input', field.size, field.dir ?? 'auto'].filter(Boolean).join(' ')}
      id={idOf(field)}
      name={field.name}
      type={(field.type ?? 'text') as 'text' /* Preact types every kind of input apart */}
      value={field.value}
      dir={field.dir ?? 'auto'}
      placeholder=" "
      inputMode={field.inputMode}
      autocomplete={field.autocomplete}
      maxLength={field.maxLength}
      min={field.min}
      max={field.max}
      spellcheck={field.spellcheck}
      {...describedBy(field)}
    />
  </Field>
)

export const examples: Examples = {
  empty: (say) => <TextField name="subject" label={say('الموضوع', 'Subject')} optional />,
  'with hint and value': (say) => (
    <TextField
      name="phone"
      label={say('رقم الهاتف', 'Phone number')}
      hint={say('سنرسل إليه رمزًا من ستة أرقام', 'We send a six-digit code to it')}
      value="+962 79 000 0000"
      type="tel"
      dir="ltr"
      size="medium"
      autocomplete="tel"
    />
  ),
  'with an error': (say) => (
    <TextField
      name="reference"
      label={say('رقم الطلب', 'Case number')}
      value="26-4831"
      dir="ltr"
      size="medium"
      inputMode="numeric"
      error={say('اكتب الأرقام الأحد عشر كلها', 'Write all eleven digits')}
    />
  ),
  'a question that is the page': (say) => (
    <TextField name="name" heading label={say('ما اسمك؟', 'What is your name?')} autocomplete="name" />
  ),
}
