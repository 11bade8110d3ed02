import { entityDue, type RelatedCase } from '#cases'
import { DueChip, Reference, Section, StageTag, Tag, useLink, useReader, useWords } from '#ui'
import { calendarFor } from '../queue-lines.ts'
import type { CaseData } from './data.ts'

/** Parts with their clocks, the whole that this is a part of, merged and linked cases. */
export function Related({ data }: { data: CaseData }) {
  const { desk } = useWords()
  const { related } = data
  const groups = Map.groupBy(related, ({ relation }) => relation)
  return (
    <>
      {(['part', 'parent', 'follows', 'follower', 'linked'] as const).map((relation) => {
        const cases = groups.get(relation)
        return cases ? (
          <Section key={relation} title={desk.related[relation]}>
            <ul class="related">
              {cases.map((each) => (
                <li key={each.id}>
                  <One each={each} data={data} />
                </li>
              ))}
            </ul>
          </Section>
        ) : null
      })}
    </>
  )
}

function One({ each, data }: { each: RelatedCase; data: CaseData }) {
  const { cases } = useWords()
  const link = useLink()
  const { locale } = useReader()
  const due = entityDue(each, data.now, calendarFor(each.entity, data))
  return (
    <span class="cluster">
      <Reference number={each.reference} href={link(`/desk/cases/${each.id}`)} />
      <bdi>{data.directory.entity(each.entity)?.name[locale] ?? each.subject}</bdi>
      <StageTag stage={each.stage} />
      {each.outcome && <Tag state="brand">{cases.outcomes[each.outcome]}</Tag>}
      {due && due.state !== 'done' && <DueChip state={due.state} days={due.days} />}
    </span>
  )
}
