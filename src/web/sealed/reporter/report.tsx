import { useEffect, useState } from 'preact/hooks'
import type { KnownRoster } from '#sealing'
import { BackAct, Doing } from '../client/parts.tsx'
import { useReading } from '../client/reading.ts'
import { provenRosters } from '../client/room.ts'
import { Notice, Title } from '../client/shown.tsx'
import { ReportForm } from './report-form.tsx'

interface ReportProps {
  linked?: string
  onHome: () => void
}

/** A report begins with the list of who reads: where it is not proven, no form is shown at all. */
export function Report({ linked, onHome }: ReportProps) {
  const { t, authority } = useReading()
  const [roster, setRoster] = useState<KnownRoster>()
  const [refused, setRefused] = useState<string>()
  const load = async () => {
    const rosters = await provenRosters(authority)
    if (rosters.ok) setRoster(rosters.value.at(-1))
    else setRefused(rosters.reason)
  }
  useEffect(() => {
    void load()
  }, [])
  if (refused) {
    const reasons: Record<string, string> = t.sending.reasons
    return (
      <>
        <BackAct onAct={onHome} />
        <Title text={t.landing.start.report} />
        <Notice kind="warning">
          <p role="alert">{reasons[refused] ?? t.sending.reasons.other}</p>
        </Notice>
      </>
    )
  }
  if (!roster) return <Doing text={t.sending.parts.roster} />
  return <ReportForm roster={roster} linked={linked} onHome={onHome} onChanged={() => void load()} />
}
