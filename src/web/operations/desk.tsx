import type { Directory } from '#entities'
import type { LateCase, Surge } from '#insight'
import type { Officer } from '#people'
import { Button, Form, Heading, LinkButton, Notice, Section, useLink, useWords } from '#ui'
import { DeskPage } from '../desk/shell.tsx'
import { LateCases } from './late-cases.tsx'
import { SurgeLine } from './surge.tsx'

export interface OperationsDeskProps {
  officer: Officer
  late: readonly LateCase[]
  surges: readonly Surge[]
  /** Whether there is anything to be beyond of. */
  expects: boolean
  directory: Directory
  /** `yes` or `no`: what became of a reminder. */
  reminded?: string
  /** The same of taking over. */
  taken?: string
}

/** The desk beside the wall: what is beyond the expected, and what is late, each with what can be done about it. */
export function OperationsDesk(props: OperationsDeskProps) {
  const { officer, late, surges, expects, directory, reminded, taken } = props
  const { operations } = useWords()
  const link = useLink()
  return (
    <DeskPage officer={officer} title={operations.desk} place="operations">
      {reminded === 'yes' && <Notice kind="done" title={operations.reminded} />}
      {reminded === 'no' && <Notice title={operations.notReminded} />}
      {taken === 'yes' && <Notice kind="done" title={operations.taken} />}
      {taken === 'no' && <Notice title={operations.notTaken} />}
      <Heading title={operations.desk} lead={operations.deskHint} />
      <p>
        <a href={link('/operations')}>{operations.toWall}</a>
      </p>
      <Section title={operations.surges} id="surges">
        {surges.length === 0 ? (
          <p class="soft">{expects ? operations.surgesNone : operations.surgesUnknown}</p>
        ) : (
          <ul class="surges">
            {surges.map((surge) => (
              <li key={surge.id} class={surge.state}>
                <SurgeLine surge={surge} directory={directory} />
                <div class="surge-acts">
                  {surge.state === 'open' && (
                    <Form action={link(`/operations/surges/${surge.id}/seen`)}>
                      <Button kind="quiet" small>
                        {operations.acknowledge}
                      </Button>
                    </Form>
                  )}
                  {surge.direction === 'more' && (
                    <a href={link(`/operations/announce?surge=${surge.id}`)}>{operations.announceThis}</a>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
        <p class="soft">{operations.announceHint}</p>
        <LinkButton href={link('/operations/announce')} kind="quiet">
          {operations.announce}
        </LinkButton>
      </Section>
      <Section title={operations.onLadder} id="late">
        <LateCases late={late} directory={directory} />
      </Section>
    </DeskPage>
  )
}
