import type { Version } from '#insight'
import { Time, useReader, useWords } from '#ui'
import { formatNumber } from '#words'

/** Which version one looks at, why there is it, and since when. */
export function VersionLine({ version }: { version: Version }) {
  const { evaluation: said } = useWords()
  const reader = useReader()
  return (
    <>
      {said.version(formatNumber(reader, version.version))} · {said.reasons[version.reason]} ·{' '}
      <Time at={version.frozenAt} as="date" />
      {version.note && version.frozenBy && (
        <>
          {' '}
          · {said.askedBy} <bdi>{version.frozenBy}</bdi> · {said.note}: <bdi>{version.note}</bdi>
        </>
      )}
    </>
  )
}
