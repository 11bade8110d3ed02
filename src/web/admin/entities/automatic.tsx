import { ROUTE_ABOVE, ROUTE_CHECKED } from '#entities'
import { Button, Form, Section, useLink, useReader, useWords } from '#ui'
import { formatPercent } from '#words'
import { OneOf, Pick } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import type { KeptEntity } from './entity.tsx'

/** From which confidence on an entity's cases are routed without a person, and how many are checked by one. */
export function Automatic({ kept: { entity }, form }: { kept: KeptEntity; form: Filled }) {
  const { learning } = useWords()
  const link = useLink()
  const reader = useReader()
  const share = (part: number) => ({ value: String(part), label: formatPercent(reader, part) })
  return (
    <Section title={learning.automatic} id="automatic">
      <p class="hint">
        {learning.automaticLead} <a href={link('/desk/suggestions')}>{learning.title}</a>
      </p>
      <Form action={link(`/admin/entities/${entity.id}/automatic`)}>
        <OneOf
          form={form}
          name="above"
          label={learning.above}
          choices={[
            { value: 'never', label: learning.never },
            ...ROUTE_ABOVE.map((part) => ({ value: String(part), label: learning.from(share(part).label) })),
          ]}
        />
        <Pick form={form} name="checked" label={learning.checked} options={ROUTE_CHECKED.map(share)} />
        <Button kind="quiet">{learning.save}</Button>
      </Form>
    </Section>
  )
}
