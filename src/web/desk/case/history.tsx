import type { Happened } from '#cases'
import { Section, Timeline, useWords } from '#ui'
import type { CaseData } from './data.ts'
import { HAPPENED_ICONS, useLines } from './history-lines.tsx'
import { Files } from './matter.tsx'
import { PointsView } from './reply-view.tsx'

/** Everything that happened, the latest first: who, when, in which role, and in whose words. */
export function History({ data }: { data: CaseData }) {
  const { desk } = useWords()
  const lines = useLines(data)
  return (
    <Section title={desk.page.history} id="history">
      <Timeline
        items={data.events.toReversed().map((event) => ({
          key: String(event.seq),
          at: event.at,
          icon: HAPPENED_ICONS[event.step],
          ...lines(event),
          children: <Said event={event} data={data} />,
        }))}
      />
    </Section>
  )
}

/** What was written with an event; what already stands above it on the page is not said twice. */
function Said({ event, data }: { event: Happened; data: CaseData }) {
  const { desk } = useWords()
  const { words, step, seq } = event
  const latest = data.events.findLast((each) => each.step === 'reply')?.seq
  const above = step === 'submit' || step === 'add' || (step === 'reply' && seq === latest && data.reply)
  const texts = [words?.text, words?.question, words?.reason, words?.note, words?.comment].filter(Boolean)
  return (
    <>
      {!above &&
        texts.map((text) => (
          <p key={text} dir="auto" class="written">
            {text}
          </p>
        ))}
      {!above && <PointsView points={words?.points} />}
      {step !== 'reply' && words?.otherRemedy && (
        <p dir="auto">
          {desk.reply.otherRemedy}: {words.otherRemedy}
        </p>
      )}
      {!above && <Files data={data} seqs={(each) => each === seq} />}
    </>
  )
}
