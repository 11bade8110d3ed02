import { STEPS } from '#cases'
import type { Directory } from '#entities'
import type { LateCase } from '#insight'
import { newId } from '#kernel'
import { Button, Form, Reference, Table, Time, useLink, useReader, useWords } from '#ui'

interface LateCasesProps {
  late: readonly LateCase[]
  directory: Directory
}

/** What has climbed the ladder, each with what can be done about it. */
export function LateCases({ late, directory }: LateCasesProps) {
  const { operations, cases } = useWords()
  const { locale } = useReader()
  const link = useLink()
  const nameOf = (entity: string | null) =>
    (entity !== directory.central?.id && directory.entity(entity)?.name[locale]) || operations.central
  if (late.length === 0) return <p class="soft">{operations.deskNone}</p>
  return (
    <Table
      caption={operations.onLadder}
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
          cell: ({ entity, ofCentral, clock }: LateCase) => (
            <div class="two-lines">
              <span>{nameOf(ofCentral ? null : entity)}</span>
              <small class="soft">{cases.clocks[clock].name}</small>
            </div>
          ),
        },
        { key: 'level', label: operations.level, cell: ({ level }: LateCase) => operations.rung[level] },
        {
          key: 'due',
          label: operations.due,
          named: true,
          cell: ({ due }: LateCase) => <Time at={due} as="short" />,
        },
        {
          key: 'acts',
          label: operations.acts,
          cell: (late: LateCase) => <Acts late={late} central={directory.central?.id} />,
        },
      ]}
    />
  )
}

/** From where a case can be given to the central office. */
const TAKES_OVER: readonly string[] = STEPS.route.from

/** What an operator does about a late case: remind and take over from here, order a reply on its page. */
function Acts({ late, central }: { late: LateCase; central?: string }) {
  const { id, reference, entity, stage, ofCentral } = late
  const { operations } = useWords()
  const link = useLink()
  const takesOver = central && !ofCentral && entity !== central && TAKES_OVER.includes(stage)
  const which = <span class="unseen">{reference}</span>
  return (
    <div class="late-acts">
      <Form action={link(`/operations/cases/${id}/remind`)} hidden={{ key: newId() }}>
        <Button kind="quiet" small>
          {operations.remind} {which}
        </Button>
      </Form>
      {takesOver && (
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
