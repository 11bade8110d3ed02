import type { CaseState } from '#cases'
import type { Officer } from '#people'
import { Actions, Confirmation, LinkButton, useLink, useWords } from '#ui'
import { DeskPage } from '../desk/shell.tsx'

/** What is read out to whoever called: the number, the PIN and the day of the answer. */
export function RegisteredPage({ officer, state, pin }: { officer: Officer; state: CaseState; pin: string }) {
  const { desk } = useWords()
  const link = useLink()
  const { centre } = desk
  return (
    <DeskPage officer={officer} title={centre.registered} place="register">
      <Confirmation title={centre.registered} number={state.reference} pin={pin} answerBy={state.answerBy}>
        <p>{centre.readOut}</p>
      </Confirmation>
      <Actions>
        <LinkButton href={link('/centre/new')} icon="plus">
          {centre.another}
        </LinkButton>
        <LinkButton href={link(`/desk/cases/${state.id}`)} kind="quiet">
          {centre.open}
        </LinkButton>
      </Actions>
    </DeskPage>
  )
}
