import { Heading, LinkButton, useLink, useWords } from '#ui'
import { DeskPage } from '../shell.tsx'
import type { CaseData } from './data.ts'
import { MadeLink } from './forms/entity-link.tsx'

/** The link stands here once and nowhere else: whoever leaves the page without it makes another. */
export function MadeLinkPage({
  data,
  address,
  expires,
}: {
  data: CaseData
  address: string
  expires: Temporal.Instant
}) {
  const { desk } = useWords()
  const link = useLink()
  const back = link(`/desk/cases/${data.state.id}`)
  return (
    <DeskPage officer={data.officer} title={desk.link.made} place="queue" back={back}>
      <Heading title={desk.link.made} lead={desk.link.once} />
      <MadeLink data={data} address={address} expires={expires} />
      <LinkButton href={back} kind="quiet">
        {desk.link.back}
      </LinkButton>
    </DeskPage>
  )
}
