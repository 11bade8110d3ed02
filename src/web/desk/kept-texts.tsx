import type { Officer } from '#people'
import {
  Checkbox,
  type Column,
  EmptyState,
  Heading,
  type IconName,
  LinkButton,
  Notice,
  Table,
  Tag,
  useLink,
} from '#ui'
import { DeskPage } from './shell.tsx'

interface KeptText {
  id: string
  name: string
  active: boolean
}

interface KeptTextsProps<Row extends KeptText> {
  officer: Officer
  place: string
  /** The list's address below the language; its texts and `new` are below it. */
  at: string
  back?: string
  icon: IconName
  said: Readonly<
    Record<'title' | 'lead' | 'add' | 'saved' | 'none' | 'name' | 'state' | 'active' | 'off', string>
  >
  rows: readonly Row[]
  /** Between the name and whether it is offered. */
  columns?: readonly Column<Row>[]
  done: boolean
}

/** Texts that staff keep to write with. One is never deleted: it is no longer offered. */
export function KeptTexts<Row extends KeptText>(props: KeptTextsProps<Row>) {
  const { officer, place, at, back, icon, said, rows, columns = [], done } = props
  const link = useLink()
  const add = link(`${at}/new`)
  return (
    <DeskPage officer={officer} title={said.title} place={place} back={back && link(back)}>
      <Heading
        title={said.title}
        lead={said.lead}
        acts={
          <LinkButton href={add} icon="plus" small>
            {said.add}
          </LinkButton>
        }
      />
      {done && <Notice kind="done" title={said.saved} />}
      {rows.length === 0 ? (
        <EmptyState icon={icon} title={said.none}>
          <a href={add}>{said.add}</a>
        </EmptyState>
      ) : (
        <Table
          caption={said.title}
          rows={rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => link(`${at}/${id}`)}
          columns={[
            {
              key: 'name',
              label: said.name,
              header: true,
              wide: true,
              cell: ({ name }) => <bdi>{name}</bdi>,
            },
            ...columns,
            {
              key: 'active',
              label: said.state,
              cell: ({ active }) => (
                <Tag state={active ? 'on-time' : 'done'}>{active ? said.active : said.off}</Tag>
              ),
            },
          ]}
        />
      )}
    </DeskPage>
  )
}

interface OfferedProps {
  label: string
  /** What came back with a form that was not taken. */
  typed: string | undefined
  text: KeptText | undefined
}

/** Whether it is offered; a new one is. */
export const Offered = ({ label, typed, text }: OfferedProps) => (
  <Checkbox
    name="active"
    value="true"
    label={label}
    checked={typed === undefined ? (text?.active ?? true) : typed === 'true'}
  />
)
