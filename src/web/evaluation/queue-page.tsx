import type { Directory } from '#entities'
import type { ToReview } from '#insight'
import type { Officer } from '#people'
import { EmptyState, Heading, Notice, Table, Time, useLink, useReader, useWords } from '#ui'
import { formatMonth } from '#words'
import { DeskPage } from '../desk/shell.tsx'

interface QueuePageProps {
  officer: Officer
  waiting: Omit<ToReview, 'written'>[]
  directory: Directory
  done?: string
}

export function QueuePage({ officer, waiting, directory, done }: QueuePageProps) {
  const { evaluation: said, common } = useWords()
  const reader = useReader()
  const link = useLink()
  return (
    <DeskPage officer={officer} title={said.quality} place="evaluation" back={link('/evaluation')}>
      {done === 'reviewed' && <Notice kind="done" title={said.done.reviewed} />}
      <Heading above={said.waiting(waiting.length)} title={said.quality} lead={said.qualityLead} />
      {waiting.length === 0 ? (
        <EmptyState icon="check" title={said.qualityNone}>
          <p>{said.qualityNoneHint}</p>
        </EmptyState>
      ) : (
        <Table
          caption={said.quality}
          rows={waiting}
          rowKey={({ caseId, seq }) => `${caseId}/${seq}`}
          rowHref={({ caseId, seq }) => link(`/evaluation/quality/${caseId}/${seq}`)}
          columns={[
            {
              key: 'entity',
              label: said.entity,
              header: true,
              wide: true,
              cell: ({ entity }) => directory.entity(entity)?.name[reader.locale] ?? entity,
            },
            {
              key: 'type',
              label: said.type,
              cell: ({ type }) => common.types[type as keyof typeof common.types],
            },
            { key: 'month', label: said.month, cell: ({ month }) => formatMonth(reader, month) },
            {
              key: 'written',
              label: said.written,
              cell: ({ repliedAt }) => <Time at={repliedAt} as="date" />,
            },
          ]}
        />
      )}
    </DeskPage>
  )
}
