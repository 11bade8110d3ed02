import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon, type IconName } from '../../../ui/icon.tsx'

/*
 * What both programs show alike, whoever reads: none of it speaks.
 */

/** The heading of a place. Takes the focus, so that whoever hears the page knows where they are. */
export function Title({ text, lead }: { text: string; lead?: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // Asked for by the text: another place has another heading.
  useEffect(() => {
    heading.current?.focus()
    scrollTo(0, 0)
  }, [text])
  return (
    <div class="heading">
      <div class="heading-words">
        <h1 ref={heading} tabIndex={-1}>
          {text}
        </h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
    </div>
  )
}

const ICONS: Record<string, IconName> = { info: 'message', done: 'check', warning: 'alert', sealed: 'lock' }

export interface NoticeProps {
  kind: 'info' | 'done' | 'warning' | 'sealed'
  title?: string
  children?: ComponentChildren
}

export const Notice = ({ kind, title, children }: NoticeProps) => (
  <div class={`notice ${kind}`} role={kind === 'done' ? 'status' : undefined}>
    <Icon name={ICONS[kind] ?? 'message'} />
    <div class="notice-body">
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  </div>
)

/** What people wrote: their direction, their line breaks, never markup. */
export const Quote = ({ text }: { text: string }) => (
  <figure class="quote">
    <blockquote dir="auto">{text}</blockquote>
  </figure>
)
