import { ONBOARDING } from '#entities'
import { Button, Facts, Form, Notice, Section, StepForm, useLink, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import { OneOf, Tick } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import type { KeptEntity } from './entity.tsx'

/** Where an entity stands in joining, and the form that takes it further. */
export function Joining({ kept, form }: { kept: KeptEntity; form: Filled }) {
  const { entities } = useWords().admin
  const link = useLink()
  const reader = useReader()
  const { entity, liaisons, openCases } = kept
  const facts = [
    { name: entities.open, value: formatNumber(reader, openCases) },
    {
      name: entities.liaisons,
      value: liaisons.length > 0 ? liaisons.map(({ name }) => name).join(' · ') : entities.liaisonCount(0),
    },
  ]
  return (
    <Section title={entities.onboarding}>
      <Facts facts={facts} />
      {entity.central ? (
        <Notice>{entities.isCentral}</Notice>
      ) : (
        <>
          <StageForm kept={kept} form={form} />
          <StepForm
            title={entities.nameCentral}
            icon="home"
            submit={entities.nameCentral}
            danger
            action={link(`/admin/entities/${entity.id}/central`)}
          >
            <p class="hint">{entities.nameCentralHint}</p>
          </StepForm>
        </>
      )}
    </Section>
  )
}

function StageForm({ kept: { entity, liaisons, openCases }, form }: { kept: KeptEntity; form: Filled }) {
  const { entities } = useWords().admin
  const link = useLink()
  const joins = entity.onboarding !== 'joined'
  const alone = joins && liaisons.length === 0
  const choices = ONBOARDING.map((stage) => ({
    value: stage,
    label: entities.stages[stage].name,
    hint: entities.stages[stage].means,
  }))
  return (
    <Form action={link(`/admin/entities/${entity.id}/stage`)}>
      <OneOf form={form} name="stage" label={entities.stage} choices={choices} />
      {joins && <p class="hint">{entities.willJoin(openCases)}</p>}
      {alone && (
        <Notice kind="warning" title={entities.noLiaison}>
          <p>{entities.noLiaisonHint}</p>
          <Tick form={form} name="anyway" label={entities.joinAnyway} />
        </Notice>
      )}
      <Button kind="quiet">{entities.move}</Button>
    </Form>
  )
}
