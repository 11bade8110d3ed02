import { TYPES } from '#cases'
import type { Directory } from '#entities'
import type { CannedAnswer, Conversation } from '#knowledge'
import type { Officer } from '#people'
import {
  Button,
  Columns,
  ErrorSummary,
  Facts,
  Form,
  Heading,
  Notice,
  Radios,
  Section,
  Select,
  StepForm,
  Tag,
  TextArea,
  TextField,
  Time,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { words as wordsOf } from '#words'
import { type Attempt, errorList, fieldsOf } from '../../desk/case/attempt.ts'
import { DeskPage } from '../../desk/shell.tsx'
import type { ShownLine } from '../lines.ts'
import { Log } from '../page.tsx'

export interface ConversationPageProps {
  officer: Officer
  conversation: Conversation
  lines: readonly ShownLine[]
  canned: readonly CannedAnswer[]
  directory: Directory
  /** What the resident wrote, for a case that is made of it. */
  story: string
  attempt?: Attempt
  done?: string
  formKey: string
}

export function ConversationPage(props: ConversationPageProps) {
  const { officer, conversation, lines, attempt, done } = props
  const words = useWords()
  const { chat } = words
  const { desk: said } = chat
  const link = useLink()
  const errors = errorList(words, attempt)
  return (
    <DeskPage
      officer={officer}
      title={said.one}
      place="chat"
      back={link('/centre/chat')}
      wrong={errors.length > 0}
      islands={['chat.js']}
    >
      <ErrorSummary errors={errors} />
      {done === 'case' && <Notice kind="done" title={said.caseMade} />}
      <Heading title={said.one} above={<State conversation={conversation} officer={officer} />} />
      <Columns aside={<Beside {...props} />}>
        <Log lines={lines} label={chat.log} />
        <Answering {...props} />
      </Columns>
    </DeskPage>
  )
}

function State({
  conversation: { desk, agentId },
  officer,
}: {
  conversation: Conversation
  officer: Officer
}) {
  const { desk: said } = useWords().chat
  if (desk === 'ended' || desk === 'bot') return <Tag state="done">{said.ended}</Tag>
  if (desk === 'waiting') return <Tag state="soon">{said.waiting}</Tag>
  return <Tag state="on-time">{agentId === officer.id ? said.mine : said.taken}</Tag>
}

/** The next sensible act: taking it, or answering. */
function Answering({ officer, conversation, lines, canned, attempt, formKey }: ConversationPageProps) {
  const words = useWords()
  const { chat } = words
  const { desk: said } = chat
  const link = useLink()
  const base = link(`/centre/chat/${conversation.id}`)
  const mine = conversation.desk === 'taken' && conversation.agentId === officer.id
  const field = fieldsOf('say', words, attempt)
  return (
    <div
      id="chat-form"
      data-after={String(lines.at(-1)?.seq ?? 0)}
      data-desk={conversation.desk}
      data-away="yes"
      data-news={`${base}/news`}
      data-typing={mine ? `${base}/typing` : undefined}
      data-says-typing={`${chat.resident} ${chat.typing}`}
    >
      <p class="hint chat-typing" id="chat-typing" aria-live="polite" />
      {mine ? (
        <Form action={`${base}/say`} id="chat-write" hidden={{ key: formKey }}>
          <TextArea {...field('text')} label={said.say} rows={3} />
          <Button icon="send">{said.send}</Button>
        </Form>
      ) : (
        <Form action={`${base}/take`} id="chat-take">
          <Button icon="message">{conversation.desk === 'waiting' ? said.take : said.takeOver}</Button>
        </Form>
      )}
      {mine && canned.length > 0 && <Canned canned={canned} language={conversation.language} />}
    </div>
  )
}

/** Put into the field by script; without it they can be copied from here. */
function Canned({ canned, language }: { canned: readonly CannedAnswer[]; language: 'ar' | 'en' }) {
  const { desk: said } = useWords().chat
  return (
    <Section title={said.canned}>
      <ul class="related">
        {canned.map((each) => (
          <li key={each.id}>
            <span class="cluster">
              <strong>
                <bdi>{each.name}</bdi>
              </strong>
              <button class="button plain compact" type="button" data-canned={each[language]}>
                {said.use}
              </button>
            </span>
            <bdi class="line">{each[language]}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Beside({ officer, conversation, directory, story, attempt }: ConversationPageProps) {
  const words = useWords()
  const { chat, common } = words
  const { desk: said } = chat
  const { locale } = useReader()
  const link = useLink()
  const { desk, agentId, language, channel, waitingSince, beganAt, draftId, talk } = conversation
  const base = link(`/centre/chat/${conversation.id}`)
  const mine = desk === 'taken' && agentId === officer.id
  const field = fieldsOf('case', words, attempt)
  return (
    <>
      <Facts
        facts={[
          { name: said.channel, value: said.channels[channel] },
          { name: said.language, value: wordsOf(language).common.languageName },
          { name: said.since, value: <Time at={waitingSince ?? beganAt} as="short" /> },
        ]}
      />
      {draftId && <p class="hint">{said.files}</p>}
      {mine && (
        <StepForm
          title={said.makeCase}
          icon="plus"
          action={`${base}/case`}
          open={attempt?.step === 'case'}
          submit={said.caseSend}
          hidden={{ language }}
        >
          <p class="hint">{said.caseHint}</p>
          <TextArea {...field('text', story)} label={said.caseText} rows={6} />
          <Radios
            {...field('type', talk.draft?.type ?? 'complaint')}
            label={said.caseType}
            inline
            choices={TYPES.map((value) => ({ value, label: common.types[value] }))}
          />
          <Select
            {...field('category', talk.draft?.category ?? '')}
            label={said.caseCategory}
            empty={common.notSure}
            options={directory.categories(locale).map(({ id, name }) => ({ value: id, label: name[locale] }))}
          />
          <TextField {...field('name')} label={said.caseName} optional />
          <TextField {...field('phone')} label={said.casePhone} dir="ltr" inputMode="tel" optional />
        </StepForm>
      )}
      {mine && (
        <Form action={`${base}/end`}>
          <Button kind="quiet">{said.end}</Button>
        </Form>
      )}
    </>
  )
}
