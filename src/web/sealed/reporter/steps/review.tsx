import { whoReads } from '#sealing'
import { useReading } from '../../client/reading.ts'
import { accusationOf, type Draft, NOT_LISTED, peopleOf } from '../draft.ts'
import type { Asking } from '../question.tsx'
import { Signed } from './readers.tsx'

type Part = keyof ReturnType<typeof useReading>['t']['review']['labels']

/** Everything once more before anything leaves, each with the way to change it. */
export function Review({ draft, roster, onChange }: Asking & { onChange: (part: Part) => void }) {
  const { t } = useReading()
  const said = useSaid({ draft, roster })
  return (
    <>
      <dl class="summary">
        {(Object.keys(said) as Part[]).map((part) => (
          <div key={part}>
            <dt>{t.review.labels[part]}</dt>
            <dd class="summary-value" dir="auto">
              {said[part] || <span class="optional">{t.none}</span>}
            </dd>
            <dd>
              <button type="button" class="as-link" onClick={() => onChange(part)}>
                {t.change}
                <span class="unseen"> {t.review.labels[part]}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <Signed roster={roster} />
    </>
  )
}

/** Every part of the report in words. */
export function useSaid({ draft, roster }: Pick<Asking, 'draft' | 'roster'>): Record<Part, string> {
  const { t, locale } = useReading()
  const { readers } = whoReads(roster, accusationOf(draft))
  const names = readers.map(({ name, office }) => `${name[locale]} (${t.readers.office[office]})`)
  const body = roster.bodies.find(({ id }) => id === draft.body)?.name[locale] ?? nameOf(draft)
  const files = draft.files.map(
    ({ file, original }) => file.name + (original ? ` (${t.review.original})` : ''),
  )
  return {
    kind: draft.violation && t.kind.names[draft.violation],
    body: lines(body, draft.aboutUnit ? t.review.aboutUnit : ''),
    people: lines(
      ...peopleOf(draft).map(({ name, post }) => (name && post ? t.both(name, post) : name || post)),
    ),
    what: draft.what.trim(),
    when: lines(draft.when, draft.where),
    known: lines(draft.known, draft.others),
    risk: draft.risk.trim(),
    files: lines(...files),
    readers: lines(...names),
    identity: draft.identity === 'give' ? t.review.given : t.review.anonymous,
  }
}

const nameOf = ({ body, bodyName }: Draft) => (body === NOT_LISTED ? bodyName : '')

const lines = (...all: string[]): string =>
  all
    .map((one) => one.trim())
    .filter(Boolean)
    .join('\n')
