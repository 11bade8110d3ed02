import type { ComponentChildren } from 'preact'
import type { SuggestionFigures } from '#cases'
import type { Directory } from '#entities'
import type { Officer } from '#people'
import { EmptyState, Heading, Section, Table, Time, useReader, useWords } from '#ui'
import { formatMonth, formatNumber, formatPercent } from '#words'
import { Narrow } from '../../admin/narrow.tsx'
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

/** Fewer cases say little about a month. */
const FEW = 30

/** A value with its column's name, which a phone shows beside it. */
const Named = ({ as, children }: { as: string; children: ComponentChildren }) => (
  <span>
    <Narrow label={as} />
    {children}
  </span>
)

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
            cell: ({ month }) => formatMonth(reader, Temporal.PlainDate.from(`${month}-01`)),
          },
          {
            key: 'n',
            label: learning.n,
            cell: ({ n }) => <Named as={learning.n}>{formatNumber(reader, n)}</Named>,
          },
          {
            key: 'first',
            label: learning.first,
            cell: ({ first, n }) => <Named as={learning.first}>{share(first, n)}</Named>,
          },
          {
            key: 'five',
            label: learning.amongFive,
            cell: ({ amongFive, n }) => <Named as={learning.amongFive}>{share(amongFive, n)}</Named>,
          },
          {
            key: 'sure',
            label: learning.sure,
            cell: ({ confidence }) => <Named as={learning.sure}>{formatPercent(reader, confidence)}</Named>,
          },
        ]}
      />
      <p class="hint">
        {months[0] && months[0].n < FEW ? learning.few : ''} {learning.drift}
      </p>
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
          {
            key: 'n',
            label: learning.n,
            cell: ({ n }) => <Named as={learning.n}>{formatNumber(reader, n)}</Named>,
          },
          {
            key: 'sure',
            label: learning.sure,
            cell: ({ confidence }) => <Named as={learning.sure}>{formatPercent(reader, confidence)}</Named>,
          },
          {
            key: 'right',
            label: learning.right,
            cell: ({ right }) => <Named as={learning.right}>{formatPercent(reader, right)}</Named>,
          },
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
          {
            key: 'chosen',
            label: learning.chosen,
            cell: ({ confirmed }) => <Named as={learning.chosen}>{named(confirmed)}</Named>,
          },
          {
            key: 'n',
            label: learning.times,
            cell: ({ n }) => <Named as={learning.times}>{formatNumber(reader, n)}</Named>,
          },
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
          {
            key: 'made',
            label: learning.madeAt,
            cell: ({ madeAt }) => (
              <Named as={learning.madeAt}>
                <Time at={madeAt} as="short" />
              </Named>
            ),
          },
          {
            key: 'kind',
            label: learning.kind,
            cell: ({ kind }) => <Named as={learning.kind}>{learning.kinds[kind]}</Named>,
          },
          {
            key: 'lessons',
            label: learning.lessons,
            cell: ({ lessons }) => <Named as={learning.lessons}>{formatNumber(reader, lessons)}</Named>,
          },
          {
            key: 'fingerprint',
            label: learning.fingerprint,
            cell: ({ fingerprint }) => (
              <Named as={learning.fingerprint}>
                <bdi dir="ltr">{fingerprint.slice(0, 12)}</bdi>
              </Named>
            ),
          },
        ]}
      />
    </Section>
  )
}
