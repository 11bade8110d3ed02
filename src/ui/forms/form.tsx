import type { ComponentChildren } from 'preact'
import type { Examples } from '../example.ts'
import { usePage } from '../page.tsx'
import { Button } from './button.tsx'
import { TextField } from './text-field.tsx'

export interface FormProps {
  /** Without it the form comes back to the page it stands on. */
  action?: string
  /** `post` carries the token against forged requests; `get` is for searching. */
  method?: 'post' | 'get'
  /** Needed as soon as it holds a `FileField`. */
  multipart?: boolean
  /** The token; the page's own unless told. */
  csrf?: string
  /** More that travels unseen: an idempotency key, the version that was read. */
  hidden?: Readonly<Record<string, string>>
  id?: string
  children: ComponentChildren
}

/** Validated by the server, so that errors stand in our words, beside the field, in the reader's language. */
export function Form({ action, method = 'post', multipart, csrf, hidden = {}, id, children }: FormProps) {
  const page = usePage()
  // Reading the page's token may give the visitor a cookie: a search must not ask for it.
  const token = method === 'post' ? (csrf ?? page.csrf) : undefined
  const carried = token ? { csrf: token, ...hidden } : hidden
  return (
    <form
      id={id}
      action={action}
      method={method}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
    >
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}

export const examples: Examples = {
  'a question': (say) => (
    <Form csrf="token" hidden={{ key: '1' }} action="#">
      <TextField name="who" label={say('الاسم', 'Name')} />
      <Button>{say('متابعة', 'Continue')}</Button>
    </Form>
  ),
}
