import type { Directory } from '#entities'
import type { Listable } from '#insight'
import { type Column, Table, Time, useLink, useWords } from '#ui'
import type { Line } from '../../desk/queue-lines.ts'
import { Due, Holder, Stage, Subject } from '../../desk/queue-table.tsx'
import { momentOf } from './moment.ts'

type LineBehind = Line & { at: Temporal.Instant; nth: number }

interface LinesBehindProps {
  figure: Listable
  lines: readonly LineBehind[]
  directory: Directory
}

/** Each as the desk shows a case, and before it the moment for which it counts. */
export function LinesBehind({ figure, lines, directory }: LinesBehindProps) {
  const { behind, desk } = useWords()
  const link = useLink()
  const { columns } = desk.queue
  const when = momentOf(figure)
  const all: Column<LineBehind>[] = [
    {
      key: 'at',
      label: behind.when[when],
      cell: (line) =>
        when === 'owed' ? (
          <Due line={line} />
        ) : (
          <Time at={line.at} as={when === 'promised' ? 'date' : 'short'} />
        ),
    },
    {
      key: 'subject',
      label: columns.subject,
      header: true,
      wide: true,
      cell: (line) => <Subject line={line} />,
    },
    { key: 'who', label: columns.who, cell: (line) => <Holder line={line} directory={directory} /> },
    { key: 'stage', label: columns.stage, cell: (line) => <Stage line={line} /> },
    ...(when === 'owed'
      ? []
      : [{ key: 'due', label: columns.due, cell: (line: LineBehind) => <Due line={line} /> }]),
  ]
  return (
    <Table
      caption={behind.lists[figure]}
      rows={lines}
      rowKey={({ id, nth }) => `${id} ${nth}`}
      rowHref={({ id }) => link(`/desk/cases/${id}`)}
      columns={all}
    />
  )
}
