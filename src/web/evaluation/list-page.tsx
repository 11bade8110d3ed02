import { FORMULA, type FrozenCard, GROUP_IDS } from '#insight'
import {
  EmptyState,
  Heading,
  LinkButton,
  Notice,
  Section,
  StepForm,
  Tabs,
  TextArea,
  TextField,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { formatMonth, formatNumber } from '#words'
import { DeskPage } from '../desk/shell.tsx'
import { CardTable } from './card-table.tsx'
import { How } from './how.tsx'
import type { Listed } from './list.tsx'
import { asked, monthName, sayGroup } from './say.ts'
import { VersionLine } from './versions.tsx'

export function ListPage({ officer, found, directory, wrong, done }: Listed) {
  const { evaluation: said } = useWords()
  const reader = useReader()
  const link = useLink()
  const { months, version, versions, entities, people } = found
  const finished = (said.done as Readonly<Record<string, string>>)[done ?? '']
  const acts = found.reviewsQuality && (
    <LinkButton href={link('/evaluation/quality')} icon="check" kind="quiet" small>
      {said.quality}
    </LinkButton>
  )
  return (
    <DeskPage officer={officer} title={said.title} place="evaluation" wrong={wrong !== undefined}>
      {finished && <Notice kind="done" title={finished} />}
      <Heading
        above={version && formatMonth(reader, version.month)}
        title={said.title}
        lead={said.lead}
        acts={acts || undefined}
      />
      {months.length > 1 && (
        <Tabs
          label={said.month}
          tabs={months.slice(0, 6).map((month) => ({
            href: link(`/evaluation?month=${monthName(month)}`),
            label: formatMonth(reader, month),
            current: version?.month.equals(month),
          }))}
        />
      )}
      {version && (
        <p class="soft">
          <VersionLine version={version} />
        </p>
      )}
      {version && versions.length > 1 && (
        <Tabs
          label={said.versions}
          tabs={versions.map((each) => ({
            href: link(`/evaluation${asked(each)}`),
            label: said.version(formatNumber(reader, each.version)),
            current: each.version === version.version,
          }))}
        />
      )}
      {entities.length + people.length === 0 && (
        <EmptyState icon="calendar" title={version ? said.noCards : said.empty}>
          <p>{version ? said.noCardsHint : said.emptyHint}</p>
        </EmptyState>
      )}
      <Groups entities={entities} directory={directory} />
      <People people={people} directory={directory} />
      {[...entities, ...people].some(({ card }) => card.over) && <p class="soft">{said.someOver}</p>}
      <Exports found={found} />
      <How formula={version?.formula ?? FORMULA} />
      {found.mayFreeze && (
        <StepForm
          title={said.freeze}
          icon="clock"
          action={link('/evaluation/freeze')}
          submit={said.freezeNow}
          open={wrong !== undefined}
        >
          <p>{said.frozen}</p>
          <TextField
            name="month"
            label={said.month}
            hint={said.monthHint}
            value={wrong?.month ?? (version && monthName(version.month))}
            error={wrong?.field === 'month' ? wrong.why : undefined}
            dir="ltr"
            size="small"
          />
          <TextArea
            name="note"
            label={said.note}
            hint={said.noteHint}
            rows={2}
            value={wrong?.note}
            error={wrong?.field === 'note' ? wrong.why : undefined}
          />
        </StepForm>
      )}
    </DeskPage>
  )
}

function Groups({ entities, directory }: { entities: FrozenCard[]; directory: Listed['directory'] }) {
  const { evaluation: said } = useWords()
  const reader = useReader()
  const byGroup = Map.groupBy(entities, ({ group }) => group)
  return GROUP_IDS.flatMap((group) => {
    const cards = byGroup.get(group)
    if (!cards) return []
    return [
      <Section key={group} title={said.groups[group]}>
        <p class="soft">{sayGroup(reader, group)}</p>
        <CardTable cards={cards} directory={directory} group={group} />
      </Section>,
    ]
  })
}

function People({ people, directory }: { people: FrozenCard[]; directory: Listed['directory'] }) {
  const { evaluation: said } = useWords()
  const link = useLink()
  const [first] = people
  if (!first) return null
  return (
    <Section title={said.peopleTitle}>
      <p class="soft">{said.peopleHint}</p>
      <CardTable cards={people} directory={directory} />
      <p>
        <LinkButton href={link(`/evaluation/people${asked(first)}`)} kind="quiet" icon="lock">
          {said.takePeople}
        </LinkButton>
      </p>
    </Section>
  )
}

function Exports({ found: { version, entities } }: Pick<Listed, 'found'>) {
  const { evaluation: said } = useWords()
  const link = useLink()
  if (!version || entities.length === 0) return null
  return (
    <nav class="exports" aria-label={said.exports}>
      <span>{said.exports}</span>
      <a href={link(`/evaluation/export/csv${asked(version)}`)}>{said.csv}</a>
      <a href={link(`/evaluation/export/xlsx${asked(version)}`)}>{said.xlsx}</a>
      <a href={link(`/evaluation/export/pdf${asked(version)}`)}>{said.pdf}</a>
    </nav>
  )
}
