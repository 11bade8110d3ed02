import type { Directory } from '#entities'
import type { LateCase, Surge } from '#insight'
import { newId } from '#kernel'
import type { Officer } from '#people'
import {
  Button,
  Form,
  Heading,
  LinkButton,
  Notice,
  Reference,
  Section,
  Table,
  Time,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { DeskPage } from '../desk/shell.tsx'
import { SurgeLine } from './surge.tsx'

export interface OperationsDeskProps {
  officer: Officer
  late: readonly LateCase[]
  surges: readonly Surge[]
  directory: Directory
  /** `yes` or `no`: what became of a reminder. */
  reminded?: string
}

/** The desk beside the wall: what is beyond the expected, and what is late, each with what can be done about it. */
export function OperationsDesk({ officer, late, surges, directory, reminded }: OperationsDeskProps) {
  const { operations } = useWords()
  const link = useLink()
  return (
    <DeskPage officer={officer} title={operations.desk} place="operations">
      {reminded === 'yes' && <Notice kind="done" title={operations.reminded} />}
      {reminded === 'no' && <Notice title={operations.notReminded} />}
      <Heading title={operations.desk} lead={operations.deskHint} />
      <p>
        <a href={link('/operations')}>{operations.toWall}</a>
      </p>
      <Section title={operations.surges} id="surges">
        {surges.length === 0 ? (
          <p class="soft">{operations.surgesNone}</p>
        ) : (
          <ul class="surges">
            {surges.map((surge) => (
              <li key={surge.id} class={surge.state}>
                <SurgeLine surge={surge} directory={directory} />
                {surge.state === 'open' && (
                  <Form action={link(`/operations/surges/${surge.id}/seen`)}>
                    <Button kind="quiet" small>
                      {operations.acknowledge}
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        )}
        <p class="soft">{operations.announceHint}</p>
        <LinkButton href={link('/desk/problems')} kind="quiet">
          {operations.announce}
        </LinkButton>
      </Section>
      <Section title={operations.rungs} id="late">
        <LateCases late={late} directory={directory} />
      </Section>
    </DeskPage>
  )
}

function LateCases({ late, directory }: Pick<OperationsDeskProps, 'late' | 'directory'>) {
  const { operations } = useWords()
  const { locale } = useReader()
  const link = useLink()
  if (late.length === 0) return <p class="soft">{operations.deskNone}</p>
  return (
    <Table
      caption={operations.rungs}
      rows={late}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          label: operations.number,
          header: true,
          cell: ({ id, reference }: LateCase) => (
            <Reference number={reference} href={link(`/desk/cases/${id}`)} />
          ),
        },
        {
          key: 'subject',
          label: operations.subject,
          wide: true,
          cell: ({ subject }: LateCase) => <bdi>{subject}</bdi>,
        },
        {
          key: 'entity',
          label: operations.entity,
          cell: ({ entity }: LateCase) => directory.entity(entity)?.name[locale] ?? operations.central,
        },
        { key: 'due', label: operations.due, cell: ({ due }: LateCase) => <Time at={due} as="short" /> },
        {
          key: 'remind',
          label: operations.remind,
          cell: ({ id, reference }: LateCase) => (
            <Form action={link(`/operations/cases/${id}/remind`)} hidden={{ key: newId() }}>
              <Button kind="quiet" small>
                {operations.remind} <span class="unseen">{reference}</span>
              </Button>
            </Form>
          ),
        },
      ]}
    />
  )
}
