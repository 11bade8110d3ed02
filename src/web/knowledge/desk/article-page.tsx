import type { Directory } from '#entities'
import { ARTICLE_LIMITS, articleScope, mayPublish, type OpenedArticle } from '#knowledge'
import type { Officer } from '#people'
import {
  Actions,
  Button,
  Columns,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  Notice,
  Section,
  Select,
  Tag,
  TextArea,
  TextField,
  Time,
  useLink,
  useReader,
  useWords,
} from '#ui'
import type { Words } from '#words'
import { type Attempt, fieldsOf, idIn, sayReason } from '../../desk/case/attempt.ts'
import { DeskPage } from '../../desk/shell.tsx'

export interface ArticlePageProps {
  officer: Officer
  directory: Directory
  /** None for a new one. */
  opened?: OpenedArticle
  attempt?: Attempt
  /** The case whose answer it begins with. */
  fromCase?: string
  done?: string
}

type Field = ReturnType<typeof fieldsOf>

export function ArticlePage(props: ArticlePageProps) {
  const { officer, opened, attempt, fromCase, done } = props
  const words = useWords()
  const { desk: said } = words.knowledge
  const link = useLink()
  const errors = errorsOf(words, attempt)
  const field = fieldsOf('article', words, attempt)
  const title = fromCase ? said.fromCaseTitle : opened ? said.change : said.add
  const dones: Readonly<Record<string, string>> = said.after
  return (
    <DeskPage
      officer={officer}
      title={title}
      place="articles"
      back={link(fromCase ? `/desk/cases/${fromCase}` : '/desk/articles')}
      wrong={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      {done && dones[done] && <Notice kind="done" title={dones[done]} />}
      <Heading
        title={title}
        lead={fromCase && said.fromCaseLead}
        acts={opened && <Public opened={opened} />}
      />
      <Columns aside={opened && <Beside officer={officer} opened={opened} />}>
        <Form
          action={link(
            fromCase ? `/desk/articles/from/${fromCase}` : `/desk/articles/${opened?.article.id ?? 'new'}`,
          )}
        >
          <Languages field={field} opened={opened} />
          <TextArea
            {...field('asked', opened?.versions[0]?.asked)}
            label={said.asked}
            hint={said.askedHint}
            rows={5}
            optional
          />
          <Placing {...props} field={field} />
          <Send officer={officer} />
        </Form>
      </Columns>
    </DeskPage>
  )
}

/** Each complaint with the language and the field it is about. */
function errorsOf(words: Words, attempt: Attempt | undefined) {
  const { desk: said } = words.knowledge
  const { answer, body, asked, category, reviewOn } = said
  const labels: Readonly<Record<string, string>> = {
    ...{ answer, body, asked, category, reviewOn },
    ...{ title: said.articleTitle, entity: said.owner },
  }
  return Object.entries(attempt?.errors ?? {}).map(([name, reason]) => {
    const [first = '', part] = name.split('.')
    const language = first === 'ar' ? said.inArabic : said.inEnglish
    const label = part ? `${labels[part]} (${language})` : labels[name]
    const text = sayReason(words, reason)
    return name === 'form' || !label
      ? { text }
      : { field: idIn('article', name), text: words.desk.page.wrong(label, text) }
  })
}

/** What was written in one language alone stands first: nobody scrolls past an empty page to read it. */
const onlyWritten = (field: Field): 'ar' | 'en' | undefined => {
  const written = (['ar', 'en'] as const).filter((language) => field(`${language}.title`).value)
  return written.length === 1 ? written[0] : undefined
}

function Languages({ field, opened }: { field: Field; opened?: OpenedArticle }) {
  const { desk: said } = useWords().knowledge
  const { locale } = useReader()
  const last = opened?.versions[0]
  const first = onlyWritten(field) ?? locale
  const order = first === 'ar' ? (['ar', 'en'] as const) : (['en', 'ar'] as const)
  return (
    <>
      {order.map((language) => (
        <Section key={language} title={language === 'ar' ? said.inArabic : said.inEnglish}>
          <TextField
            {...field(`${language}.title`, last?.[language].title)}
            label={said.articleTitle}
            hint={said.titleHint}
          />
          <TextArea
            {...field(`${language}.answer`, last?.[language].answer)}
            label={said.answer}
            hint={said.answerHint}
            rows={4}
            limit={ARTICLE_LIMITS.answer}
          />
          <TextArea
            {...field(`${language}.body`, last?.[language].body)}
            label={said.body}
            hint={said.bodyHint}
            rows={8}
            optional
          />
        </Section>
      ))}
    </>
  )
}

function Placing({ officer, directory, opened, field }: ArticlePageProps & { field: Field }) {
  const { desk: said } = useWords().knowledge
  const { locale } = useReader()
  const scope = articleScope(officer)
  const entities = directory.entities(locale).filter(({ id }) => scope === 'all' || scope.includes(id))
  return (
    <div class="side-by-side">
      <Select
        {...field('entity', opened ? (opened.article.entity ?? '') : scope === 'all' ? '' : scope[0])}
        label={said.owner}
        empty={scope === 'all' ? said.central : undefined}
        options={entities.map(({ id, name }) => ({ value: id, label: name[locale] }))}
      />
      <Select
        {...field('category', opened?.article.category ?? '')}
        label={said.category}
        empty={said.anyCategory}
        options={directory.categories(locale).map(({ id, name }) => ({ value: id, label: name[locale] }))}
      />
      <TextField
        {...field('reviewOn', opened?.article.reviewOn.toString())}
        label={said.reviewOn}
        type="date"
        dir="ltr"
        optional
      />
    </div>
  )
}

function Send({ officer }: { officer: Officer }) {
  const { desk: said } = useWords().knowledge
  if (!mayPublish(officer))
    return (
      <>
        <p class="hint">{said.waits}</p>
        <Button>{said.keep}</Button>
      </>
    )
  return (
    <Actions>
      <Button name="do" value="publish">
        {said.saveAndPublish}
      </Button>
      <Button kind="quiet" name="do" value="keep">
        {said.keep}
      </Button>
    </Actions>
  )
}

function Public({ opened: { article } }: { opened: OpenedArticle }) {
  const { desk: said } = useWords().knowledge
  const link = useLink()
  if (article.state !== 'published') return <Tag state="done">{said.states[article.state]}</Tag>
  return (
    <LinkButton kind="quiet" small href={link(`/articles/${article.slug}`)}>
      {said.open}
    </LinkButton>
  )
}

/** Its state, its versions, and how they helped. */
function Beside({
  officer,
  opened: { article, versions, votes },
}: {
  officer: Officer
  opened: OpenedArticle
}) {
  const { desk: said } = useWords().knowledge
  const link = useLink()
  const publishes = mayPublish(officer)
  const act = (name: string, label: string) => (
    <Form action={link(`/desk/articles/${article.id}/${name}`)}>
      <Button kind="quiet" small>
        {label}
      </Button>
    </Form>
  )
  return (
    <>
      {(publishes || article.state === 'published') && (
        <Section title={said.states[article.state]}>
          <Actions>
            {publishes &&
              (article.state !== 'published' || article.published !== article.version) &&
              act('publish', said.publish)}
            {article.state === 'published' && act('confirm', said.confirm)}
            {publishes && article.state === 'published' && act('withdraw', said.withdraw)}
          </Actions>
        </Section>
      )}
      <Section title={said.versions}>
        <ul class="reads">
          {versions.map(({ version, writtenAt }) => {
            const found = votes.find((each) => each.version === version)
            return (
              <li key={version}>
                {said.version(version)}{' '}
                {version === article.published && article.state === 'published' && (
                  <Tag state="on-time">{said.shown}</Tag>
                )}
                <small class="soft">
                  {' '}
                  <Time at={writtenAt} as="short" />
                  {found && (
                    <>
                      {' '}
                      · {said.votes}: <bdi>{`${found.helpful} / ${found.unhelpful}`}</bdi>
                    </>
                  )}
                </small>
              </li>
            )
          })}
        </ul>
      </Section>
    </>
  )
}
