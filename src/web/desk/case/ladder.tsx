import { type CaseRung, caseLadder } from '#cases'
import { Section, Timeline, type TimelineItem, useLink, useReader, useWords } from '#ui'
import { formatList, type Reader, type Words } from '#words'
import { momentOf } from '../explain/moment.ts'
import type { CaseData } from './data.ts'

/** What was climbed and when, what comes next and when, and who hears of it; and the way to how the dates came about. */
export function CaseLadder({ data }: { data: CaseData }) {
  const words = useWords()
  const reader = useReader()
  const link = useLink()
  const { caseLadder: said } = words.time
  const { state, events } = data
  const rungs = caseLadder(state, events, data)
  const next = rungs.find(({ climbed }) => !climbed)
  return (
    <Section title={said.title} id="ladder">
      {rungs.length > 0 && <Timeline items={rungs.map((rung) => line(rung, rung === next, words, reader))} />}
      {!next && <Why data={data} climbed={rungs.length > 0} />}
      <p>
        <a href={link(`/desk/cases/${state.id}/dates`)}>{said.explain}</a>
      </p>
    </Section>
  )
}

/** Why nothing is ahead. */
function Why({ data: { state }, climbed }: { data: CaseData; climbed: boolean }) {
  const { caseLadder: said } = useWords().time
  if (state.stage === 'awaiting-resident') return <p class="hint">{said.resting}</p>
  return climbed && state.clock && state.stage !== 'answered' ? <p class="hint">{said.top}</p> : null
}

function line(rung: CaseRung, next: boolean, words: Words, reader: Reader): TimelineItem {
  const { cases, time } = words
  const { caseLadder: said } = time
  const roles = formatList(
    reader,
    rung.tells.map((role) => cases.roles[role as keyof typeof cases.roles] ?? role),
  )
  const moment = rung.at && momentOf(rung.at, words, reader)
  return {
    key: `${rung.id} ${rung.when}`,
    icon: rung.climbed ? 'bell' : 'clock',
    mark: rung.climbed ? 'late' : next ? 'now' : 'ahead',
    title: (
      <>
        {next && `${said.next}: `}
        {cases.clocks[rung.clock].name}
        {moment && <span class="soft"> · {moment}</span>}
      </>
    ),
    at: rung.when,
    by: rung.climbed ? said.told(roles) : said.willTell(roles),
  }
}
