import type { MeasureId, Share } from '#insight'
import { useReader, useWords } from '#ui'
import { sayCount, sayShare } from './say.ts'

/** A share with what it was counted from. Each apart: two numbers side by side change places among Arabic words. */
export function ShareOf({ share, id }: { share: Share; id: MeasureId }) {
  const { evaluation: said } = useWords()
  const reader = useReader()
  return (
    <>
      <bdi>{sayShare(reader, share)}</bdi>{' '}
      {share.n > 0 && (
        <small class="soft">
          <bdi>
            {id === 'quality' ? said.outOf(sayCount(reader, share, id)) : sayCount(reader, share, id)}
          </bdi>
        </small>
      )}
    </>
  )
}
