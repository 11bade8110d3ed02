import { changesBetween, type KnownRoster, type RosterChange } from '#sealing'
import { useReading } from '../../client/reading.ts'
import { Notice } from '../../client/shown.tsx'
import { Signed } from '../steps/readers.tsx'
import { Part } from './opened.tsx'

interface ChangesProps {
  then: KnownRoster
  now: KnownRoster
  holders: readonly string[]
}

/** Who reads it now, and every change of people and keys since it was sealed: an exchanged key is not kept quiet. */
export function Changes({ then, now, holders }: ChangesProps) {
  const { t, locale } = useReading()
  const changes = changesBetween(then, now)
  const readers = now.officers.filter(({ id }) => holders.includes(id))
  return (
    <Part title={t.visit.holders}>
      {readers.length === 0 && <p>{t.visit.noHolders}</p>}
      <ul class="readers">
        {readers.map(({ id, name, office }) => (
          <li key={id}>
            <div>
              <strong>{name[locale]}</strong>
              <p class="hint">{t.readers.office[office]}</p>
            </div>
          </li>
        ))}
      </ul>
      {changes.length === 0 ? (
        <p class="hint">{t.visit.roster.none}</p>
      ) : (
        <Notice kind="warning" title={t.visit.roster.title}>
          <ul>
            {changes.map((change) => (
              <li key={`${change.change} ${change.role} ${'id' in change ? change.id : ''}`}>
                <Change change={change} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Signed roster={now} />
    </Part>
  )
}

function Change({ change }: { change: RosterChange }) {
  const { t, locale } = useReading()
  const { roster } = t.visit
  if (change.role === 'escrow') return <>{roster['new-key'](roster.escrow)}</>
  return <>{roster[change.change](`${change.name[locale]} (${roster[change.role]})`)}</>
}
