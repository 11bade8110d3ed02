import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Actions, Heading, LinkButton, ResidentPage, useLink, useWords } from '#ui'
import type { Words } from '#words'
import type { Assets } from '../assets.ts'
import { html } from '../html.ts'
import { isAway } from './away.ts'
import type { Env } from './env.ts'
import { preparePage } from './page.ts'

/** The pages for what cannot be shown: in the reader's language, saying what to do next. */
export function refusals(assets: Assets) {
  const page = async (c: Context<Env>, about: About, status: 403 | 404 | 500 | 503) => {
    if (wantsJson(c)) return c.json({ type: 'about:blank', title: about, status }, status)
    if (!c.var.page) await preparePage(assets)(c, async () => undefined)
    return html(c, <Refused about={about} />, status)
  }
  return {
    notFound: (c: Context<Env>) => page(c, 'notFound', 404),
    foreign: (c: Context) => page(c, 'foreign', 403),
    notYours: (c: Context<Env>) => page(c, 'notYours', 403),
    broken: (error: Error, c: Context<Env>) => {
      if (error instanceof HTTPException && error.status < 500) return page(c, 'notFound', 404)
      const line = { err: error, path: c.req.routePath }
      if (!isAway(error)) {
        c.var.tools.log.error(line, 'a request failed')
        return page(c, 'broken', 500)
      }
      c.var.tools.log.warn(line, 'the database is away')
      c.header('Retry-After', SOON)
      return page(c, 'notNow', 503)
    },
  }
}

/** Seconds. A database that was killed is back by then. */
const SOON = '5'

type About = Exclude<keyof Words['pages'], 'follow'>

const wantsJson = (c: Context) =>
  c.req.path.startsWith('/api/') || !/html|\*\/\*/.test(c.req.header('accept') ?? '*/*')

const Refused = ({ about }: { about: About }) => {
  const { pages, common } = useWords()
  const link = useLink()
  const { title, text } = pages[about]
  return (
    <ResidentPage title={title}>
      <Heading title={title} />
      <p>{text}</p>
      <Actions>
        <LinkButton href={link('/')}>{common.acts.home}</LinkButton>
        <LinkButton href={link('/follow')} kind="quiet">
          {pages.follow}
        </LinkButton>
      </Actions>
    </ResidentPage>
  )
}
