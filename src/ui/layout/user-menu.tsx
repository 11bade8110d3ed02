import { Form } from '../forms/form.tsx'
import { Icon } from '../icon.tsx'
import { useWords } from '../page.tsx'
import type { PageLink } from './resident-page.tsx'

export interface UserMenuProps {
  name: string
  role: string
  /** Where signing out is posted to. */
  signOut: string
  links?: readonly PageLink[]
}

/** Who is signed in, in which role, and the way out. */
export function UserMenu({ name, role, signOut, links = [] }: UserMenuProps) {
  const { common, ui } = useWords()
  return (
    <details class="user-menu">
      <summary>
        <Icon name="user" />
        <span class="user-name">{name}</span>
        <span class="unseen">({ui.account})</span>
      </summary>
      <div class="user-panel">
        <p>
          <strong>{name}</strong>
          <br />
          {role}
        </p>
        {links.map(({ href, label, current }) => (
          <a key={href} href={href} aria-current={current ? 'page' : undefined}>
            {label}
          </a>
        ))}
        <Form action={signOut}>
          <button class="button plain" type="submit">
            {common.acts.signOut}
          </button>
        </Form>
      </div>
    </details>
  )
}
