import { isLocale, reader } from '#words'
import type { AppTools } from '../../tools.ts'
import type { Assets } from '../assets.ts'
import type { Middleware } from './env.ts'

/** Prepares what every page knows: its language from the address, its reader, its files. */
export const preparePage =
  (assets: Assets): Middleware =>
  async (c, next) => {
    const { tools } = c.var
    const [, first = ''] = c.req.path.split('/')
    const locale = isLocale(first) ? first : 'ar'
    const directory = await tools.directory()
    const url = new URL(c.req.url)
    const below = isLocale(first) ? url.pathname.slice(3) : url.pathname
    c.set('page', {
      reader: reader(locale, directory.timeZone, { region: REGIONS[directory.country ?? ''] }),
      path: `${below || '/'}${url.search}`,
      asset: assets.href,
      demonstration: tools.demonstration,
      shiftedTo: shiftedTo(tools),
      // Asked for only by pages with a form, because it gives the visitor a cookie.
      get csrf() {
        return c.var.form.token()
      },
    })
    return next()
  }

/** The time of a demonstration that was set forward: every page says it. */
const shiftedTo = ({ demonstrationClock: clock }: AppTools) =>
  clock && !clock.ahead().blank ? clock.now() : undefined

/** Jordan says تشرين الثاني where Bahrain says نوفمبر. */
export const REGIONS: Record<string, string> = { jordan: 'JO', bahrain: 'BH' }
