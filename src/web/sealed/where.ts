import { type Room, rosterNow } from '#integrity'
import type { Locale } from '#words'

/**
 * Where the sealed room is, for a link from the ordinary service; undefined while it cannot take a report. A room on
 * another machine is taken to be open when the operator says where it is.
 */
export async function sealedAddress(
  { sealed, sealedUrl, publicUrl }: { sealed?: { room: Room }; sealedUrl: string; publicUrl: string },
  locale: Locale,
): Promise<string | undefined> {
  if (sealed) return (await rosterNow(sealed.room)) ? `/sealed/${locale}/` : undefined
  return sealedUrl === publicUrl ? undefined : `${sealedUrl}/sealed/${locale}/`
}
