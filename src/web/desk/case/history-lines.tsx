import type { ComponentChildren } from 'preact'
import type { Happened } from '#cases'
import type { Officer } from '#people'
import { type IconName, Time, useLink, useReader, useWords } from '#ui'
import { formatList } from '#words'
import { seesProblems } from '../../problems/roles.ts'
import type { CaseData } from './data.ts'

export const HAPPENED_ICONS: Partial<Record<Happened['step'], IconName>> = {
  submit: 'inbox',
  route: 'send',
  refuse: 'arrow',
  split: 'list',
  merge: 'list',
  link: 'list',
  unlink: 'list',
  assign: 'user',
  'take-up': 'flag',
  ask: 'question',
  extend: 'calendar',
  reply: 'message',
  note: 'file',
  order: 'bell',
  return: 'arrow',
  release: 'send',
  add: 'plus',
  rate: 'star',
  object: 'alert',
  lapse: 'clock',
  escalate: 'bell',
}

/** What an event is called, with the names behind its ids, and who did it. */
export function useLines(data: CaseData) {
  const { cases, desk } = useWords()
  const reader = useReader()
  const { locale } = reader
  const { directory, names, requester, related } = data
  const detail = ({ step, facts }: Happened): ComponentChildren => {
    const entity = directory.entity(facts.entity)?.name[locale]
    switch (step) {
      case 'route':
        return [entity, directory.category(facts.category)?.name[locale]].filter(Boolean).join(' · ')
      case 'assign':
        return [directory.unit(facts.unit)?.name[locale], names.get(facts.handler ?? '')]
          .filter(Boolean)
          .join(' · ')
      case 'refuse':
        return [
          cases.why[facts.reason as keyof typeof cases.why],
          facts.proposed && `${desk.page.proposed} ${directory.entity(facts.proposed)?.name[locale] ?? ''}`,
        ]
          .filter(Boolean)
          .join(' · ')
      case 'extend':
      case 'reopen':
        return facts.answerBy && <Time at={Temporal.Instant.from(facts.answerBy)} as="fullDay" />
      case 'reply':
      case 'deliver':
        return facts.outcome && cases.outcomes[facts.outcome]
      case 'rate':
        return facts.solved && facts.respect && desk.page.rated(facts.solved, facts.respect)
      case 'link':
      case 'unlink':
        if (facts.problem) return <Known id={facts.problem} officer={data.officer} />
        return <bdi dir="ltr">{related.find(({ id }) => id === facts.other)?.reference}</bdi>
      case 'merge':
        return <bdi dir="ltr">{related.find(({ id }) => id === facts.other)?.reference}</bdi>
      case 'escalate':
        return (
          facts.tells &&
          `${desk.page.told} ${formatList(
            reader,
            facts.tells.map((role) => cases.roles[role as keyof typeof cases.roles] ?? role),
          )}`
        )
      case 'release':
        return facts.sampled === false && desk.page.unsampled
      default:
        return null
    }
  }
  return (event: Happened) => {
    const more = detail(event)
    const who = event.role === 'resident' ? requester?.name : event.by
    return {
      title: (
        <>
          {cases.happened[event.step]}
          {more ? <span class="soft"> · {more}</span> : null}
        </>
      ),
      by: who ? (
        <>
          <bdi>{who}</bdi> · {cases.roles[event.role]}
        </>
      ) : (
        cases.roles[event.role]
      ),
    }
  }
}

/** The known problem that a case was found to belong to; a way there for whoever sees problems. */
function Known({ id, officer }: { id: string; officer: Officer }) {
  const { linked } = useWords().problems
  const link = useLink()
  return seesProblems(officer) ? <a href={link(`/desk/problems/${id}`)}>{linked}</a> : <span>{linked}</span>
}
