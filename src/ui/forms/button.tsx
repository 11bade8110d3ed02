import type { ComponentChildren } from 'preact'
import type { Examples } from '../example.ts'
import { Icon, type IconName } from '../icon.tsx'

export interface ButtonLook {
  /** `main`: the next sensible act, once a page. `quiet`: any other. `danger`: cannot be undone. `plain`: reads as a link. */
  kind?: 'main' | 'quiet' | 'danger' | 'plain'
  icon?: IconName
  small?: boolean
  children: ComponentChildren
}

export interface ButtonProps extends ButtonLook {
  name?: string
  value?: string
  /** Sends the form elsewhere than the form says. */
  formAction?: string
  type?: 'submit' | 'button'
  id?: string
}

export const Button = ({ kind, icon, small, children, type = 'submit', ...rest }: ButtonProps) => (
  <button class={look(kind, small)} type={type} {...rest}>
    {icon && <Icon name={icon} />}
    {children}
  </button>
)

/** A link that looks like a button: it goes somewhere, it does nothing. */
export const LinkButton = ({ kind, icon, small, children, href }: ButtonLook & { href: string }) => (
  <a class={look(kind, small)} href={href}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
)

/** Buttons and links in a row, the main one first. */
export const Actions = ({ children }: { children: ComponentChildren }) => (
  <div class="actions">{children}</div>
)

const look = (kind: ButtonLook['kind'] = 'main', small?: boolean) =>
  `button ${kind}${small ? ' compact' : ''}`

export const examples: Examples = {
  'every kind': (say) => (
    <Actions>
      <Button>{say('متابعة', 'Continue')}</Button>
      <Button kind="quiet">{say('حفظ للمتابعة لاحقًا', 'Save for later')}</Button>
      <Button kind="danger">{say('سحب الطلب', 'Withdraw the case')}</Button>
      <Button kind="plain">{say('إلغاء', 'Cancel')}</Button>
    </Actions>
  ),
  'a link with an icon': (say) => (
    <LinkButton href="#new" icon="plus">
      {say('طلب جديد', 'New case')}
    </LinkButton>
  ),
  small: (say) => (
    <Actions>
      <Button small>{say('قبول', 'Accept')}</Button>
      <Button small kind="quiet" icon="print">
        {say('طباعة', 'Print')}
      </Button>
    </Actions>
  ),
}
