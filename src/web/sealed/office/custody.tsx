import { useEffect, useState } from 'preact/hooks'
import type { CustodyRequest } from '#integrity'
import { no, type Result } from '#kernel'
import { type IdentityItem, releaseShare } from '#sealing'
import { ask } from './ask.ts'
import { openKept } from './open-report.ts'
import { Problem, Quote, Title, useWork } from './parts.tsx'
import { proof } from './passkey.ts'
import { nameOf } from './report/report.tsx'
import { keysOf, type Session } from './session.ts'
import { useReading } from './words.ts'

type Requests = { requests: CustodyRequest[] }

/** What a custodian decides: whether the reporter's identity is released, knowing why and nothing else. */
export function Custody({ session }: { session: Session }) {
  const { t, sayRefusal } = useReading()
  const [requests, setRequests] = useState<CustodyRequest[]>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    void ask<Requests>('custody').then((found) =>
      found.ok ? setRequests(found.value.requests) : setProblem(found.reason),
    )
  }, [])
  return (
    <>
      <Title text={t.custody.title} lead={t.custody.lead} />
      <Problem text={problem && sayRefusal(problem)} />
      {requests?.length === 0 && (
        <div class="empty">
          <p class="empty-title">{t.custody.empty}</p>
        </div>
      )}
      <ul class="office-reports">
        {requests?.map((request) => (
          <li key={request.request}>
            <Request session={session} request={request} onRequests={setRequests} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface RequestProps {
  session: Session
  request: CustodyRequest
  onRequests: (requests: CustodyRequest[]) => void
}

function Request({ session, request, onRequests }: RequestProps) {
  const { t, sayDay, sayRefusal } = useReading()
  const [reason, setReason] = useState<string>()
  const { busy, problem, run } = useWork()
  useEffect(() => {
    void openKept(session, request.report, request.reason, undefined).then(({ content }) =>
      setReason(content?.kind === 'reason' ? content.text : t.report.unopened),
    )
  }, [request.request])
  const mine = request.answers.find(({ custodian }) => custodian === session.holder.id)
  const answer = (body: () => Promise<Result<object>>, call: 'give' | 'refuse') =>
    run(async () => {
      const given = await body()
      if (!given.ok) return sayRefusal(given.reason)
      const fresh = await proof()
      if (!fresh.ok) return sayRefusal(fresh.reason)
      const sent = await ask<Requests>(`custody/${request.request}/${call}`, {
        ...given.value,
        proof: fresh.value,
      })
      if (sent.ok) onRequests(sent.value.requests)
      return sent.ok ? undefined : sayRefusal(sent.reason)
    })
  return (
    <article class="office-request">
      <h2>{t.custody.by(nameOf(session, request.by.id, t.report.you), sayDay(request.on))}</h2>
      <p>
        <span class="tag">{t.custody.states[request.state]}</span> {t.identity.answers(gaveOf(request))}
      </p>
      <h3>{t.custody.reason}</h3>
      {reason && <Quote text={reason} />}
      {mine && <p>{mine.gave ? t.custody.mine.gave : t.custody.mine.refused}</p>}
      {!mine && request.state === 'open' && (
        <div class="actions">
          <button
            type="button"
            class="button main"
            disabled={busy}
            onClick={() => answer(() => share(session, request), 'give')}
          >
            {busy ? t.wait : t.custody.give}
          </button>
          <button
            type="button"
            class="button quiet"
            disabled={busy}
            onClick={() => answer(async () => ({ ok: true, value: {} }), 'refuse')}
          >
            {t.custody.refuse}
          </button>
        </div>
      )}
      <Problem text={problem} />
    </article>
  )
}

const gaveOf = ({ answers }: CustodyRequest) => answers.filter(({ gave }) => gave).length

/** The custodian's share, opened here and sealed anew to the officer who asked, by the roster's key of theirs. */
async function share(session: Session, { report, identity, share: envelope, by }: CustodyRequest) {
  const [to] = keysOf(session, by.id)
  if (!envelope || !to) return no('not-found')
  const binding = { v: 1, report, purpose: 'identity-share', item: identity } as const
  // The sealed identity itself stays with the room: a custodian needs its name, not its text.
  const item: IdentityItem = { ...binding, nonce: '', body: '', commitment: '', envelopes: [envelope] }
  const released = await releaseShare(item, session.holder, to)
  return released.ok ? { ok: true as const, value: { envelope: released.value } } : released
}
