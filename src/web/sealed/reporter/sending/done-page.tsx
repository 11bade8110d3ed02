import { leaveQuickly } from '../../client/leave.tsx'
import { Act } from '../../client/parts.tsx'
import { useReading } from '../../client/reading.ts'
import { Notice, Title } from '../../client/shown.tsx'

export function DonePage() {
  const { done } = useReading().t
  return (
    <>
      <Title text={done.title} lead={done.lead} />
      <h2>{done.next}</h2>
      <ol class="steps">
        {done.steps.map(({ title, text }) => (
          <li key={title}>
            <strong>{title}</strong>
            <span>{text}</span>
          </li>
        ))}
      </ol>
      <Notice kind="sealed">{done.quiet}</Notice>
      <Act onAct={leaveQuickly}>{done.close}</Act>
    </>
  )
}
