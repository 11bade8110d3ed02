import type { MeasureId, Share } from '#insight'
import { Nothing, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import { sayCount, sayShare } from './say.ts'

/** A share with what it was counted from. Each apart: two numbers side by side change places among Arabic words. */
export function ShareOf({ share, id }: { share: Share; id: MeasureId }) {
  const { evaluation: said } = useWords()
  const reader = useReader()
  if (share.n === 0) return <Nothing />
  return (
    <>
      <bdi>{sayShare(reader, share)}</bdi>{' '}
      <small class="soft">
        <bdi>
          {id === 'quality'
            ? said.ofReviewed(formatNumber(reader, share.n), share.n)
            : sayCount(reader, share, id)}
        </bdi>
      </small>
    </>
  )
}
