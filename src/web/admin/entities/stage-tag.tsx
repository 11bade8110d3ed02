import type { Entity } from '#entities'
import { Tag, useWords } from '#ui'

/** How far an entity has come; closed and central ones say so instead. */
export function StageTag({ entity: { active, central, onboarding } }: { entity: Entity }) {
  const { entities, fields } = useWords().admin
  if (!active) return <Tag icon="close">{fields.closed}</Tag>
  if (central)
    return (
      <Tag icon="home" state="brand">
        {entities.central}
      </Tag>
    )
  if (onboarding === 'joined')
    return (
      <Tag icon="check" state="on-time">
        {entities.stages.joined.name}
      </Tag>
    )
  return <Tag>{entities.stages[onboarding].name}</Tag>
}
