import { useEffect, useState } from 'preact/hooks'
import type { CustodyRequest } from '#integrity'
import type { Result } from '#kernel'
import { Notice, Quote, Title } from '../client/shown.tsx'
import { ask } from './ask.ts'
import { Problem, useWork } from './parts.tsx'
import { proof } from './passkey.ts'
import { reasonOf, sealShare } from './release.ts'
import { nameOf } from './report/report.tsx'
import type { Session } from './session.ts'
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
  // Undefined until it was tried to be opened; null when nothing proves that the officer named here asks.
  const [reason, setReason] = useState<string | null>()
  const { busy, problem, run } = useWork()
  useEffect(() => {
    void reasonOf(session, request).then((found) => setReason(found.ok ? found.value : null))
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
      {reason === null && <Notice kind="warning">{t.report.forged}</Notice>}
      {mine && <p>{mine.gave ? t.custody.mine.gave : t.custody.mine.refused}</p>}
      {!mine && request.state === 'open' && (
        <div class="actions">
          <button
            type="button"
            class="button main"
            disabled={busy || !reason}
            onClick={() => answer(() => sealShare(session, request), 'give')}
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
