import {
  groups,
  type KeptOut,
  type KnownRoster,
  type RosteredOfficer,
  recipientsOf,
  whoReads,
} from '#sealing'
import { Text } from '../../client/fields.tsx'
import { Act } from '../../client/parts.tsx'
import { useReading } from '../../client/reading.ts'
import { Notice } from '../../client/shown.tsx'
import { accusationOf } from '../draft.ts'
import type { Asking } from '../question.tsx'

/** Who can read it, by name, as the signed list says; whoever is feared is taken out here. */
export function Readers({ draft, roster, set }: Asking) {
  const { t } = useReading()
  const { readers, keptOut } = whoReads(roster, accusationOf(draft))
  const recipients = recipientsOf(roster, accusationOf(draft))
  return (
    <>
      {!recipients.ok && recipients.reason === 'nobody-left' && (
        <Notice kind="warning">
          <p>{t.readers.nobody}</p>
          <Act kind="quiet" onAct={() => set({ aboutUnit: true })}>
            {t.readers.toAudit}
          </Act>
        </Notice>
      )}
      {!recipients.ok && recipients.reason === 'nobody-anywhere' && (
        <Notice kind="warning">{t.readers.nobodyAnywhere}</Notice>
      )}
      <ul class="readers">
        {readers.map((officer) => (
          <Reader
            key={officer.id}
            officer={officer}
            onOut={() => set({ excluded: { ...draft.excluded, [officer.id]: '' } })}
          />
        ))}
        {keptOut.map((out) => (
          <Out key={out.officer.id} {...out} draft={draft} set={set} />
        ))}
      </ul>
      <p class="hint">{t.readers.escrow}</p>
      <Signed roster={roster} />
    </>
  )
}

function Reader({ officer, onOut }: { officer: RosteredOfficer; onOut: () => void }) {
  const { t, locale } = useReading()
  const name = officer.name[locale]
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <p class="hint">{t.readers.office[officer.office]}</p>
      </div>
      <Act kind="quiet" compact onAct={onOut}>
        {t.readers.exclude(name)}
      </Act>
    </li>
  )
}

function Out({ officer, because, draft, set }: KeptOut & Pick<Asking, 'draft' | 'set'>) {
  const { t, locale } = useReading()
  const name = officer.name[locale]
  const back = () => {
    const { [officer.id]: _, ...excluded } = draft.excluded
    set({ excluded })
  }
  return (
    <li class="out">
      <div>
        <s>{name}</s>
        <p class="hint">{because === 'conflict' ? t.readers.conflict : t.readers.out}</p>
        {because === 'excluded' && (
          <Text
            id={`why-${officer.id}`}
            label={t.readers.why(name)}
            hint={t.readers.whyHint}
            value={draft.excluded[officer.id] ?? ''}
            onText={(reason) => set({ excluded: { ...draft.excluded, [officer.id]: reason } })}
          />
        )}
      </div>
      {because === 'excluded' && (
        <Act kind="plain" compact onAct={back}>
          {t.readers.include(name)}
        </Act>
      )}
    </li>
  )
}

/** Which list it is, so that it can be compared with what the Authority publishes elsewhere. */
export function Signed({ roster }: { roster: KnownRoster }) {
  const { t, sayDay } = useReading()
  return (
    <dl class="facts">
      <div>
        <dt>{t.readers.roster(roster.serial, sayDay(roster.issued))}</dt>
        <dd>
          <small>{t.readers.fingerprint}</small> <bdi class="fingerprint">{groups(roster.hash)}</bdi>
        </dd>
      </div>
    </dl>
  )
}
