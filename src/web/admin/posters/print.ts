import { listPosters } from '#entities'
import { pdfOf } from '#platform'
import { direction, words } from '#words'
import { attachment } from '../../forms/send-file.ts'
import { qrSvg } from '../../proof/receipt/qr.ts'
import type { Admin } from '../form-page.ts'
import { POSTER } from './paper.ts'

/** The poster as a page to print, A4, in the language of the address. */
export async function printPoster(c: Admin) {
  const { tools, page } = c.var
  const code = c.req.param('code')
  const poster = (await listPosters(tools)).find((each) => each.code === code && !each.endedAt)
  if (!poster) return c.notFound()
  const { locale } = page.reader
  const directory = await tools.directory()
  const { common, admin } = words(locale)
  const address = `${tools.publicUrl}/q/${poster.code}`
  const { entityId, categoryId } = poster
  const pdf = await pdfOf(POSTER, {
    lang: locale,
    dir: direction(locale),
    service: common.service,
    entity: directory.entity(entityId)?.name[locale] ?? '',
    category: directory.category(categoryId)?.name[locale] ?? '',
    ...admin.posters.paper,
    address: address.replace(/^https?:\/\//, ''),
    qr: qrSvg(address),
  })
  return c.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': attachment(`${common.service} ${poster.label} ${locale}.pdf`),
  })
}
