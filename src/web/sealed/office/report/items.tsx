import type { Report } from '#integrity'
import { Notice, Quote } from '../../client/shown.tsx'
import type { Opened, OpenedReport } from '../open-report.ts'
import { save } from '../parts.tsx'
import type { Session } from '../session.ts'
import { useReading } from '../words.ts'
import { nameOf } from './report.tsx'

/** Everything written since: the dialogue, the office's own notes, what was referred. */
export function Items({ session, opened }: { session: Session; opened: OpenedReport }) {
  const { t } = useReading()
  const of = (...purposes: string[]) => opened.items.filter(({ kept }) => purposes.includes(kept.purpose))
  const dialogue = of('message', 'transcript')
  const notes = of('note')
  const referrals = of('referral')
  return (
    <>
      <section class="section">
        <h2>{t.report.dialogue}</h2>
        {dialogue.length === 0 && <p class="hint">{t.report.dialogueEmpty}</p>}
        <ol class="office-items">
          {dialogue.map((item) => (
            <Item key={item.kept.item} item={item} session={session} />
          ))}
        </ol>
      </section>
      <section class="section">
        <h2>{t.report.notes}</h2>
        {notes.length === 0 && <p class="hint">{t.report.notesEmpty}</p>}
        <ol class="office-items">
          {notes.map((item) => (
            <Item key={item.kept.item} item={item} session={session} />
          ))}
        </ol>
      </section>
      {referrals.length > 0 && (
        <section class="section">
          <h2>{t.report.referrals}</h2>
          <ol class="office-items">
            {referrals.map((item) => (
              <Item key={item.kept.item} item={item} session={session} />
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

function Item({ item: { kept, content, why }, session }: { item: Opened; session: Session }) {
  const { t, sayDay } = useReading()
  const who = kept.by ? nameOf(session, kept.by, t.report.you) : t.report.from[kept.from]
  return (
    <li class={`office-item ${kept.from}`}>
      <p class="office-item-head">
        <strong>{who}</strong> <span>{sayDay(kept.day)}</span>
      </p>
      {kept.kind === 'told-of-identity' && <p class="hint">{t.report.toldOfIdentity}</p>}
      {content ? (
        <Words content={content} />
      ) : (
        <Notice kind="warning">{why === 'sender-unproven' ? t.report.forged : t.report.unopened}</Notice>
      )}
    </li>
  )
}

function Words({ content }: { content: NonNullable<Opened['content']> }) {
  const { t } = useReading()
  if (content.kind === 'referral') return <Referral {...content} />
  if (content.kind === 'report') return null
  const label = content.kind in t.report.noteKinds && t.report.noteKinds[content.kind as 'note']
  return (
    <>
      {label && <p class="hint">{label}</p>}
      {content.kind === 'correction' && (
        <p class="hint">{content.text ? t.report.correction : t.report.confirmed}</p>
      )}
      {content.kind === 'retaliation-answer' && content.prompt && (
        <p>
          <strong>{content.prompt.suffered ? t.report.suffered : t.report.unharmed}</strong>
        </p>
      )}
      {content.text && <Quote text={content.text} />}
    </>
  )
}

function Referral({ to, subject, text }: { to: string; subject: string; text: string }) {
  const { t } = useReading()
  const letter = `${t.steps.fields.to}: ${to}\n${t.steps.fields.subject}: ${subject}\n\n${text}\n`
  return (
    <>
      <p dir="auto">
        <strong>{to}</strong> · {subject}
      </p>
      <Quote text={text} />
      <button
        type="button"
        class="button quiet compact"
        onClick={() => save('referral.txt', 'text/plain;charset=utf-8', [letter])}
      >
        {t.steps.save}
      </button>
    </>
  )
}

/** Who did what on which day; the room keeps no hour. */
export function History({ session, report }: { session: Session; report: Report }) {
  const { t, sayDay } = useReading()
  const who = (id: string) =>
    id === 'reporter' || id === 'room' ? t.report.from[id] : nameOf(session, id, t.report.you)
  const lines = report.history.map((line, at) => ({ ...line, key: `${at}` }))
  return (
    <details class="details">
      <summary>{t.report.history}</summary>
      <ol class="office-history">
        {lines.map(({ key, day, who: by, what }) => (
          <li key={key}>
            {sayDay(day)} · {who(by)} · {(t.history as Record<string, string>)[what] ?? t.history.other}
          </li>
        ))}
      </ol>
    </details>
  )
}
