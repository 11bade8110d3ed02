import type { CaseState } from '#cases'
import { Tag, useWords } from '#ui'

type Marked = Pick<CaseState, 'urgent' | 'reopens' | 'returns' | 'bounces' | 'parent' | 'mergedInto'>

/** What is unusual about a case, each in a word. */
export function Marks({ of: state }: { of: Marked }) {
  const { marks } = useWords().desk.queue
  return (
    <>
      {state.urgent && (
        <Tag state="late" icon="flag">
          {marks.urgent}
        </Tag>
      )}
      {state.reopens > 0 && <Tag state="soon">{marks.reopened}</Tag>}
      {state.returns > 0 && <Tag state="soon">{marks.returned}</Tag>}
      {state.bounces > 0 && <Tag state="soon">{marks.bounced}</Tag>}
      {state.parent && <Tag>{marks.part}</Tag>}
      {state.mergedInto && <Tag>{marks.follows}</Tag>}
    </>
  )
}
