import type { Endpoint } from '#messages'
import { Tag, useWords } from '#ui'

/** Whether anything arrives there, in a word. */
export function StateTag({ endpoint: { active, givenUpAt, failingSince } }: { endpoint: Endpoint }) {
  const { states } = useWords().admin.webhooks
  if (givenUpAt)
    return (
      <Tag icon="alert" state="late">
        {states['given-up']}
      </Tag>
    )
  if (!active) return <Tag icon="pause">{states.off}</Tag>
  return failingSince ? (
    <Tag icon="alert" state="soon">
      {states.failing}
    </Tag>
  ) : (
    <Tag icon="check" state="on-time">
      {states.on}
    </Tag>
  )
}
