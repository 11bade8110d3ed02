import { Heading, LinkButton, useLink, useWords } from '#ui'
import { DeskPage } from '../shell.tsx'
import type { CaseData } from './data.ts'
import { MadeLink } from './forms/entity-link.tsx'

/** The link stands here once and nowhere else: whoever leaves the page without it makes another. */
export function MadeLinkPage({
  data,
  address,
  expires,
  sentTo,
}: {
  data: CaseData
  address: string
  expires: Temporal.Instant
  /** The contact it was mailed to, if it was. */
  sentTo?: string
}) {
  const { desk, messages } = useWords()
  const link = useLink()
  const back = link(`/desk/cases/${data.state.id}`)
  return (
    <DeskPage officer={data.officer} title={desk.link.made} place="queue" back={back}>
      <Heading
        title={desk.link.made}
        lead={sentTo ? messages.pages.linkSent(`\u2066${sentTo}\u2069`) : desk.link.once}
      />
      <MadeLink data={data} address={address} expires={expires} />
      <LinkButton href={back} kind="quiet">
        {desk.link.back}
      </LinkButton>
    </DeskPage>
  )
}
