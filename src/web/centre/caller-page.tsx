import type { CallersCase } from '#cases'
import type { Officer } from '#people'
import {
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Reference,
  Section,
  StageTag,
  TextField,
  Time,
  TypeTag,
  useLink,
  useWords,
} from '#ui'
import { sayReason } from '../desk/case/attempt.ts'
import { DeskPage } from '../desk/shell.tsx'

export interface CallerPageProps {
  officer: Officer
  reference: string
  phone: string
  found?: readonly CallersCase[]
  error?: string
}

export function CallerPage({ officer, reference, phone, found, error }: CallerPageProps) {
  const words = useWords()
  const { desk } = words
  const { centre } = desk
  const errors = error ? [{ field: 'reference', text: sayReason(words, error) }] : []
  return (
    <DeskPage officer={officer} title={centre.callerTitle} place="caller" wrong={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <Heading title={centre.callerTitle} lead={centre.callerLead} />
      <Form>
        <div class="side-by-side">
          <TextField
            name="reference"
            label={centre.number}
            value={reference}
            dir="ltr"
            inputMode="numeric"
            error={errors[0]?.text}
          />
          <TextField name="phone" label={centre.orPhone} value={phone} dir="ltr" inputMode="tel" />
        </div>
        <Button kind={found && found.length > 0 ? 'quiet' : 'main'}>{centre.find}</Button>
      </Form>
      {found && <Found found={found} reference={reference} phone={phone} />}
    </DeskPage>
  )
}

function Found({
  found,
  reference,
  phone,
}: {
  found: readonly CallersCase[]
  reference: string
  phone: string
}) {
  const { desk } = useWords()
  const { centre } = desk
  const link = useLink()
  if (found.length === 0)
    return (
      <EmptyState icon="search" title={centre.notFound}>
        <p>{centre.notFoundHelp}</p>
        <a href={link('/centre/new')}>{centre.title}</a>
      </EmptyState>
    )
  return (
    <Section title={centre.found}>
      <ul class="related">
        {found.map(({ id, reference: number, type, stage, receivedAt }) => (
          <li key={id}>
            <Form action={link('/centre/open')} hidden={{ reference, phone, case: id }}>
              <span class="cluster">
                <Reference number={number} />
                <TypeTag type={type} />
                <StageTag stage={stage} />
                <small class="soft">
                  <Time at={receivedAt} as="date" />
                </small>
                <Button kind="quiet" small icon="phone">
                  {centre.openCall}
                </Button>
              </span>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  )
}
