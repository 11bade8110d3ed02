import { STEPS } from '#cases'
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
  /** The same of taking over. */
  taken?: string
}

/** The desk beside the wall: what is beyond the expected, and what is late, each with what can be done about it. */
export function OperationsDesk({ officer, late, surges, directory, reminded, taken }: OperationsDeskProps) {
  const { operations } = useWords()
  const link = useLink()
  return (
    <DeskPage officer={officer} title={operations.desk} place="operations">
      {reminded === 'yes' && <Notice kind="done" title={operations.reminded} />}
      {reminded === 'no' && <Notice title={operations.notReminded} />}
      {taken === 'yes' && <Notice kind="done" title={operations.taken} />}
      {taken === 'no' && <Notice title={operations.notTaken} />}
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
                <div class="surge-acts">
                  {surge.state === 'open' && (
                    <Form action={link(`/operations/surges/${surge.id}/seen`)}>
                      <Button kind="quiet" small>
                        {operations.acknowledge}
                      </Button>
                    </Form>
                  )}
                  {surge.direction === 'more' && (
                    <a href={link(`/operations/announce?surge=${surge.id}`)}>{operations.announceThis}</a>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
        <p class="soft">{operations.announceHint}</p>
        <LinkButton href={link('/operations/announce')} kind="quiet">
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
          label: operations.holder,
          cell: ({ entity, ofCentral }: LateCase) =>
            (!ofCentral && directory.entity(entity)?.name[locale]) || operations.central,
        },
        { key: 'level', label: operations.level, cell: ({ level }: LateCase) => operations.rung[level] },
        { key: 'due', label: operations.due, cell: ({ due }: LateCase) => <Time at={due} as="short" /> },
        {
          key: 'acts',
          label: operations.acts,
          cell: (late: LateCase) => <Acts late={late} central={directory.central?.id} />,
        },
      ]}
    />
  )
}

/** A case whose reply is under review is the central office's already. */
const TAKES_OVER: readonly string[] = STEPS.route.from

/** What an operator does about a late case: remind and take over from here, order a reply on its page. */
function Acts({ late: { id, reference, entity, stage }, central }: { late: LateCase; central?: string }) {
  const { operations } = useWords()
  const link = useLink()
  const which = <span class="unseen">{reference}</span>
  return (
    <div class="late-acts">
      <Form action={link(`/operations/cases/${id}/remind`)} hidden={{ key: newId() }}>
        <Button kind="quiet" small>
          {operations.remind} {which}
        </Button>
      </Form>
      {central && entity !== central && TAKES_OVER.includes(stage) && (
        <Form action={link(`/operations/cases/${id}/take-over`)} hidden={{ key: newId() }}>
          <Button kind="quiet" small>
            {operations.takeOver.short} {which}
          </Button>
        </Form>
      )}
      <a href={link(`/desk/cases/${id}`)}>
        {operations.orderReply} {which}
      </a>
    </div>
  )
}
