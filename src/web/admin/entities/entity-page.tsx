import {
  Button,
  Columns,
  EmptyState,
  Form,
  LinkButton,
  Section,
  Table,
  Tag,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { AdminPage } from '../admin-page.tsx'
import type { Filled } from '../filled.ts'
import type { Admin } from '../form-page.ts'
import { Automatic } from './automatic.tsx'
import type { KeptEntity } from './entity.tsx'
import { EntityFields } from './fields.tsx'
import { Joining } from './joining.tsx'
import { StageTag } from './stage-tag.tsx'

interface EntityPageProps {
  c: Admin
  kept: KeptEntity
  /** What is known of it. */
  form: Filled
  /** Where it stands in joining. */
  stage: Filled
  /** Which of its cases are routed without a person. */
  automatic: Filled
}

export const EntityPage = (props: EntityPageProps) => <Whole {...props} />

function Whole({ c, kept, form, stage, automatic }: EntityPageProps) {
  const { entities } = useWords().admin
  const { locale } = useReader()
  const link = useLink()
  const { entity, directory, calendars } = kept
  const wrong = [form, stage, automatic].find(({ errors }) => errors.length > 0)
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
      <Columns
        aside={
          <>
            <Joining kept={kept} form={stage} />
            <Automatic kept={kept} form={automatic} />
          </>
        }
      >
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
