import type { Directory } from '#entities'
import type { Listable } from '#insight'
import { type Column, Table, Time, useLink, useWords } from '#ui'
import { useCaseColumns } from '../../desk/case-columns.tsx'
import type { Line } from '../../desk/queue-lines.ts'
import { Due } from '../../desk/queue-table.tsx'
import { momentOf } from './moment.ts'

type LineBehind = Line & { at: Temporal.Instant; nth: number }

interface LinesBehindProps {
  figure: Listable
  lines: readonly LineBehind[]
  directory: Directory
}

/** Each as the desk shows a case, and before it the moment for which it counts. */
export function LinesBehind({ figure, lines, directory }: LinesBehindProps) {
  const { behind } = useWords()
  const link = useLink()
  const { subject, who, stage, due } = useCaseColumns(directory)
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
    subject,
    who,
    stage,
    ...(when === 'owed' ? [] : [due]),
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
