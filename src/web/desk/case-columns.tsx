import type { Directory } from '#entities'
import { type Column, useWords } from '#ui'
import { Holder } from './holder.tsx'
import type { Line } from './queue-lines.ts'
import { Due, Stage, Subject } from './queue-table.tsx'

/** The columns that a list of cases has wherever it stands, each as the desk shows it. */
export function useCaseColumns(
  directory: Directory,
): Record<'subject' | 'who' | 'stage' | 'due', Column<Line>> {
  const { columns } = useWords().desk.queue
  return {
    subject: {
      key: 'subject',
      label: columns.subject,
      header: true,
      wide: true,
      cell: (line) => <Subject line={line} />,
    },
    who: { key: 'who', label: columns.who, cell: (line) => <Holder line={line} directory={directory} /> },
    stage: { key: 'stage', label: columns.stage, cell: (line) => <Stage line={line} /> },
    due: { key: 'due', label: columns.due, cell: (line) => <Due line={line} /> },
  }
}
