import type { Directory } from '#entities'
import { excerpt, type Piece } from '#language'
import {
  type Column,
  DueChip,
  Reference,
  StageTag,
  Table,
  Time,
  TypeTag,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { inDigits } from '#words'
import { Highlighted } from '../highlighted.tsx'
import { Holder } from './holder.tsx'
import { Marks } from './marks.tsx'
import { type Asked, asAddress } from './queue-address.ts'
import type { Line } from './queue-lines.ts'

interface QueueTableProps {
  lines: readonly Line[]
  directory: Directory
  asked: Asked
  /** How their texts begin, where something was looked for. */
  texts: ReadonlyMap<string, string>
}

/** One line a case: the promise, the matter, who has it, and what happens next by when. */
export function QueueTable({ lines, directory, asked, texts }: QueueTableProps) {
  const { desk } = useWords()
  const link = useLink()
  const { columns } = desk.queue
  const sortedBy = asked.sort ?? (asked.q ? 'newest' : 'due')
  const sort = (by: string) => link(asAddress({ ...asked, sort: by, cursor: undefined }))
  const all: Column<Line>[] = [
    {
      key: 'due',
      label: columns.due,
      sort: asked.q ? undefined : sort('due'),
      sorted: sortedBy === 'due' ? 'ascending' : undefined,
      cell: (line) => <Due line={line} />,
    },
    {
      key: 'subject',
      label: columns.subject,
      header: true,
      wide: true,
      cell: (line) => <Subject line={line} asked={asked.q} text={texts.get(line.id)} />,
    },
    { key: 'who', label: columns.who, cell: (line) => <Holder line={line} directory={directory} /> },
    { key: 'stage', label: columns.stage, cell: (line) => <Stage line={line} /> },
    {
      key: 'received',
      label: columns.received,
      named: true,
      sort: sort('newest'),
      sorted: sortedBy === 'newest' ? 'descending' : undefined,
      cell: (line) => (
        <small class="soft">
          <Time at={line.receivedAt} as="short" />
        </small>
      ),
    },
  ]
  return (
    <Table
      caption={desk.queue.caption}
      rows={lines}
      rowKey={({ id }) => id}
      rowHref={({ id }) => link(`/desk/cases/${id}`)}
      columns={all}
    />
  )
}

export function Due({ line: { due, dueBy } }: { line: Line }) {
  return (
    <div class="two-lines">
      <DueChip state={due.state} days={due.days} />
      {due.state !== 'done' && (
        <small class="soft">
          <Time at={dueBy} as="date" />
        </small>
      )}
    </div>
  )
}

interface SubjectProps {
  line: Line
  asked?: string
  text?: string
}

export function Subject({ line, asked, text }: SubjectProps) {
  return (
    <>
      <span class="subject">
        {asked ? <Highlighted pieces={excerpt(line.subject, asked)} /> : <bdi>{line.subject}</bdi>}
      </span>
      <Passage asked={asked} text={text} subject={line.subject} />
      <span class="line-facts">
        <Reference number={line.reference} />
        <TypeTag type={line.type} />
        <Marks of={line} />
      </span>
    </>
  )
}

const hitOf = ({ text, hit }: Piece) => (hit ? text : '')

/** Where in the text it stands, when the subject does not say so already. */
function Passage({ asked, text, subject }: Pick<SubjectProps, 'asked' | 'text'> & { subject: string }) {
  const pieces = asked && text ? excerpt(text, asked) : []
  const known = new Set(asked ? excerpt(subject, asked).map(hitOf) : [])
  if (!pieces.some((piece) => piece.hit && !known.has(hitOf(piece)))) return null
  return (
    <small class="line soft">
      <Highlighted pieces={pieces} />
    </small>
  )
}

/** Where it stands, and whose clock runs until when. */
export function Stage({ line: { stage, clock, clockState } }: { line: Line }) {
  const { cases, ui } = useWords()
  const reader = useReader()
  const left =
    clockState && (clockState.state === 'late' ? ui.due.over(clockState.days) : ui.due.left(clockState.days))
  return (
    <div class="two-lines">
      <StageTag stage={stage} />
      {clock && left && (
        <small class={clockState?.state === 'late' ? 'late' : 'soft'}>
          {cases.clocks[clock].name} · {inDigits(reader, left)}
        </small>
      )}
    </div>
  )
}
