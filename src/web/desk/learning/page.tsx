import type { SuggestionFigures } from '#cases'
import type { Directory } from '#entities'
import type { Officer } from '#people'
import { EmptyState, Heading, Section, Table, Time, useReader, useWords } from '#ui'
import { formatNumber, formatPercent } from '#words'
import { DeskPage } from '../shell.tsx'

interface LearningPageProps {
  officer: Officer
  figures: SuggestionFigures
  directory: Directory
}

/** Accuracy month by month, confidence beside truth, what is mixed up, and the models that said so. */
export function LearningPage({ officer, figures, directory }: LearningPageProps) {
  const { learning } = useWords()
  return (
    <DeskPage officer={officer} title={learning.title} place="learning">
      <Heading title={learning.title} lead={learning.lead} />
      {figures.months.length === 0 ? (
        <EmptyState icon="bulb" title={learning.none}>
          <p>{learning.noneHint}</p>
        </EmptyState>
      ) : (
        <>
          <Months figures={figures} />
          <Calibration figures={figures} />
          <Mistakes figures={figures} directory={directory} />
        </>
      )}
      <Checks figures={figures} />
      <Models figures={figures} />
    </DeskPage>
  )
}

interface Shown {
  figures: SuggestionFigures
}

function Months({ figures: { months } }: Shown) {
  const { learning } = useWords()
  const reader = useReader()
  const share = (part: number, n: number) => formatPercent(reader, part / n)
  return (
    <Section title={learning.months}>
      <Table
        caption={learning.months}
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          {
            key: 'month',
            label: learning.month,
            header: true,
            cell: ({ month }) => <bdi dir="ltr">{month}</bdi>,
          },
          { key: 'n', label: learning.n, cell: ({ n }) => formatNumber(reader, n) },
          { key: 'first', label: learning.first, cell: ({ first, n }) => share(first, n) },
          { key: 'five', label: learning.amongFive, cell: ({ amongFive, n }) => share(amongFive, n) },
          { key: 'sure', label: learning.sure, cell: ({ confidence }) => formatPercent(reader, confidence) },
        ]}
      />
      <p class="hint">{learning.drift}</p>
    </Section>
  )
}

function Calibration({ figures: { steps, calibrationError, judged } }: Shown) {
  const { learning } = useWords()
  const reader = useReader()
  const rows = steps.map((each, at) => ({ ...each, at })).filter(({ n }) => n > 0)
  return (
    <Section title={learning.calibration}>
      <p>{learning.calibrationLead(formatPercent(reader, calibrationError), formatNumber(reader, judged))}</p>
      <Table
        caption={learning.calibration}
        rows={rows}
        rowKey={({ at }) => String(at)}
        columns={[
          {
            key: 'step',
            label: learning.step,
            header: true,
            cell: ({ at }) =>
              learning.between(formatPercent(reader, at / 10), formatPercent(reader, (at + 1) / 10)),
          },
          { key: 'n', label: learning.n, cell: ({ n }) => formatNumber(reader, n) },
          { key: 'sure', label: learning.sure, cell: ({ confidence }) => formatPercent(reader, confidence) },
          { key: 'right', label: learning.right, cell: ({ right }) => formatPercent(reader, right) },
        ]}
      />
    </Section>
  )
}

function Mistakes({ figures: { mistakes }, directory }: Shown & { directory: Directory }) {
  const { learning } = useWords()
  const reader = useReader()
  if (mistakes.length === 0) return null
  const named = (id: string) => directory.category(id)?.name[reader.locale] ?? id
  return (
    <Section title={learning.mistakes}>
      <p class="hint">{learning.mistakesLead}</p>
      <Table
        caption={learning.mistakes}
        rows={mistakes}
        rowKey={({ proposed, confirmed }) => `${proposed} ${confirmed}`}
        columns={[
          {
            key: 'proposed',
            label: learning.proposed,
            header: true,
            cell: ({ proposed }) => named(proposed),
          },
          { key: 'chosen', label: learning.chosen, cell: ({ confirmed }) => named(confirmed) },
          { key: 'n', label: learning.times, cell: ({ n }) => formatNumber(reader, n) },
        ]}
      />
    </Section>
  )
}

function Checks({ figures: { checks } }: Shown) {
  const { learning } = useWords()
  const reader = useReader()
  return (
    <Section title={learning.checks}>
      <p>
        {learning.checksLead(checks.n)}{' '}
        {checks.n > 0 && learning.checksRight(formatPercent(reader, checks.right / checks.n))}
      </p>
      <p>{learning.answered(checks.answered)}</p>
    </Section>
  )
}

function Models({ figures: { models } }: Shown) {
  const { learning } = useWords()
  const reader = useReader()
  if (models.length === 0) return null
  return (
    <Section title={learning.models}>
      <Table
        caption={learning.models}
        rows={models}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            key: 'version',
            label: learning.model,
            header: true,
            cell: ({ version }) => formatNumber(reader, version),
          },
          { key: 'made', label: learning.madeAt, cell: ({ madeAt }) => <Time at={madeAt} as="short" /> },
          { key: 'kind', label: learning.kind, cell: ({ kind }) => learning.kinds[kind] },
          { key: 'lessons', label: learning.lessons, cell: ({ lessons }) => formatNumber(reader, lessons) },
          {
            key: 'fingerprint',
            label: learning.fingerprint,
            cell: ({ fingerprint }) => <bdi dir="ltr">{fingerprint.slice(0, 12)}</bdi>,
          },
        ]}
      />
    </Section>
  )
}
