import type { ComponentChildren } from 'preact'
import type { Examples } from './example.ts'
import { Icon, type IconName } from './icon.tsx'

export interface NoticeProps {
  /** `info`: worth knowing. `done`: what was asked has happened. `warning`: mind this. `sealed`: stays secret. */
  kind?: 'info' | 'done' | 'warning' | 'sealed'
  title?: ComponentChildren
  children?: ComponentChildren
}

const ICON: Record<NonNullable<NoticeProps['kind']>, IconName> = {
  info: 'message',
  done: 'check',
  warning: 'alert',
  sealed: 'lock',
}

/** Something that must be read before going on. For errors there is `ErrorSummary`. */
export const Notice = ({ kind = 'info', title, children }: NoticeProps) => (
  <div class={`notice ${kind}`} role={kind === 'done' ? 'status' : undefined}>
    <Icon name={ICON[kind]} />
    <div class="notice-body">
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  </div>
)

export const examples: Examples = {
  info: (say) => (
    <Notice title={say('نحفظ ما تكتبه', 'We keep what you write')}>
      <p>{say('يمكنك العودة إليه لاحقًا من هذا الهاتف.', 'You can come back to it later on this phone.')}</p>
    </Notice>
  ),
  done: (say) => <Notice kind="done" title={say('أضفنا معلوماتك إلى الطلب', 'We added it to your case')} />,
  warning: (say) => (
    <Notice kind="warning">
      <p>{say('لا يمكن التراجع عن السحب.', 'Withdrawing cannot be undone.')}</p>
    </Notice>
  ),
  sealed: (say) => (
    <Notice kind="sealed" title={say('بلاغك سري', 'Your report is sealed')}>
      <p>{say('لا يراه أي موظف خارج مكتب النزاهة.', 'Nobody outside the integrity office can see it.')}</p>
    </Notice>
  ),
}
