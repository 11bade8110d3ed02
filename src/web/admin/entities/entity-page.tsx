import { ONBOARDING } from '#entities'
import {
  Button,
  Columns,
  EmptyState,
  Facts,
  Form,
  LinkButton,
  Notice,
  Section,
  StepForm,
  Table,
  Tag,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { formatNumber } from '#words'
import { AdminPage } from '../admin-page.tsx'
import { OneOf, Tick } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import type { Admin } from '../form-page.ts'
import type { KeptEntity } from './entity.tsx'
import { EntityFields } from './fields.tsx'
import { StageTag } from './stage-tag.tsx'

interface EntityPageProps {
  c: Admin
  kept: KeptEntity
  /** What is known of it. */
  form: Filled
  /** Where it stands in joining. */
  stage: Filled
}

export const EntityPage = (props: EntityPageProps) => <Whole {...props} />

function Whole({ c, kept, form, stage }: EntityPageProps) {
  const { entities } = useWords().admin
  const { locale } = useReader()
  const link = useLink()
  const { entity, directory, calendars } = kept
  const wrong = [form, stage].find(({ errors }) => errors.length > 0)
  return (
    <AdminPage
      c={c}
      place="entities"
      above={directory.sector(entity.sectorId)?.name[locale]}
      title={entity.name[locale]}
      lead={<StageTag entity={entity} />}
      back="/admin/entities"
      form={wrong ?? form}
    >
      <Columns aside={<Joining kept={kept} form={stage} />}>
        <Section title={entities.edit}>
          <Form action={link(`/admin/entities/${entity.id}`)}>
            <EntityFields form={form} directory={directory} calendars={calendars} />
            <Button>{useWords().common.acts.save}</Button>
          </Form>
        </Section>
        <Units kept={kept} />
      </Columns>
    </AdminPage>
  )
}

function Joining({ kept, form }: { kept: KeptEntity; form: Filled }) {
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

function Units({ kept: { entity, directory } }: { kept: KeptEntity }) {
  const { entities, fields } = useWords().admin
  const { locale } = useReader()
  const link = useLink()
  const units = directory.allUnits(entity.id, locale)
  return (
    <Section title={entities.units} id="units">
      {units.length === 0 ? (
        <EmptyState icon="users" title={entities.noUnits}>
          <p>{entities.noUnitsHint}</p>
        </EmptyState>
      ) : (
        <Table
          caption={entities.units}
          rows={units}
          rowKey={({ id }) => id}
          rowHref={({ id }) => link(`/admin/entities/${entity.id}/units/${id}`)}
          columns={[
            { key: 'name', label: fields.unit, header: true, wide: true, cell: ({ name }) => name[locale] },
            {
              key: 'state',
              label: fields.state,
              cell: ({ active }) => (active ? fields.active : <Tag icon="close">{fields.closed}</Tag>),
            },
          ]}
        />
      )}
      <LinkButton href={link(`/admin/entities/${entity.id}/units/new`)} kind="quiet" icon="plus">
        {entities.addUnit}
      </LinkButton>
    </Section>
  )
}
