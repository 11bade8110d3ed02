import { useLink, useReader } from '#ui'
import { formatNumber } from '#words'

/** A number that leads to what it counts; nothing leads nowhere. */
export function Leads({ n, href }: { n: number; href: string }) {
  const link = useLink()
  const said = formatNumber(useReader(), n)
  return n > 0 ? <a href={link(href)}>{said}</a> : said
}
