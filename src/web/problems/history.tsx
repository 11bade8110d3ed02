import type { Directory } from '#entities'
import type { OpenedProblem, StepName, ToldEvent } from '#problems'
import { type IconName, Section, Timeline, useReader, useWords } from '#ui'
import { formatDay, inDigits } from '#words'

const ICONS: Partial<Record<StepName, IconName>> = {
  propose: 'bulb',
  'propose-again': 'bulb',
  reject: 'close',
  announce: 'bell',
  'end-announcement': 'bell',
  'come-back': 'alert',
  answer: 'message',
  plan: 'calendar',
  publish: 'globe',
}

/** Who did what to a problem and why, the newest first. */
export function History({ opened: { history }, directory }: { opened: OpenedProblem; directory: Directory }) {
  const { problems: said, cases } = useWords()
  const items = history.map((event) => ({
    key: String(event.seq),
    title: said.happened[event.step],
    at: event.at,
    icon: ICONS[event.step],
    mark: event.step === 'come-back' ? ('late' as const) : undefined,
    by: event.name ? (
      <>
        <bdi>{event.name}</bdi> · {event.role === 'system' ? said.bySystem : roleOf(event, cases.roles)}
      </>
    ) : (
      said.bySystem
    ),
    children: <Why event={event} directory={directory} />,
  }))
  return (
    <Section title={said.history}>
      <Timeline items={items} />
    </Section>
  )
}

const roleOf = ({ role }: ToldEvent, roles: Readonly<Record<string, string>>) =>
  roles[role === 'central' ? 'reviewer' : role] ?? ''

function Why({ event: { facts }, directory }: { event: ToldEvent; directory: Directory }) {
  const { verdict, cases } = useWords().problems
  const reader = useReader()
  const { locale } = reader
  const said = [
    facts.title?.[locale],
    directory.entity(facts.entity)?.name[locale],
    facts.reason,
    facts.cause,
    facts.fix,
    facts.fixBy && formatDay(reader, Temporal.PlainDate.from(facts.fixBy)),
    facts.note,
    facts.told?.[locale],
    facts.cases !== undefined && inDigits(reader, cases(facts.cases)),
    facts.after && inDigits(reader, verdict.rate(facts.after.voices, Math.floor(facts.after.days))),
  ].filter(Boolean)
  return said.length > 0 ? (
    <p>
      <bdi>{said.join(' · ')}</bdi>
    </p>
  ) : null
}
