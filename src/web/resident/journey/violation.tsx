import { Actions, LinkButton, Notice } from '#ui'
import { words } from '#words'
import type { Handler } from '../../base/env.ts'
import { html } from '../../html.ts'
import { Routes } from '../../public/violation.tsx'
import { sealedAddress } from '../../sealed/where.ts'
import { isBegun, visit } from '../answers.ts'
import { go } from '../go.ts'
import { Shell } from '../shell.tsx'

/** Somebody on the way to an ordinary case wants to report wrongdoing: what there is, and what becomes of the draft. */
export const leaveForViolation: Handler = async (c) => {
  const { found, directory } = await visit(c)
  if (!found || !isBegun(found)) return go(c, '/violation')
  const { locale } = c.var.page.reader
  const { violation } = words(locale).resident
  return html(
    c,
    <Shell title={violation.title} back={`/${locale}/new/type`} secret>
      <Routes country={directory.country} room={await sealedAddress(c.var.tools, locale)} />
      <Notice kind="warning" title={violation.written.title}>
        <p>{violation.written.text}</p>
        <Actions>
          <LinkButton kind="danger" href={`/${locale}/new/discard?then=violation`}>
            {violation.written.erase}
          </LinkButton>
          <LinkButton kind="quiet" href={`/${locale}/new/type`}>
            {violation.written.other}
          </LinkButton>
        </Actions>
      </Notice>
    </Shell>,
  )
}
