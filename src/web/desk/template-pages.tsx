import { REPLY_OUTCOMES, type ReplyTemplate } from '#cases'
import type { Directory } from '#entities'
import type { Officer } from '#people'
import {
  Button,
  Checkbox,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  Notice,
  Radios,
  Select,
  Table,
  Tag,
  TextArea,
  TextField,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { words as wordsOf } from '#words'
import { type Attempt, errorList, fieldsOf } from './case/attempt.ts'
import { DeskPage } from './shell.tsx'

interface TemplatesPageProps {
  officer: Officer
  directory: Directory
  templates: readonly ReplyTemplate[]
  done: boolean
}

export function TemplatesPage({ officer, templates, directory, done }: TemplatesPageProps) {
  const { desk, cases } = useWords()
  const { locale } = useReader()
  const link = useLink()
  const { templates: said } = desk
  const entityOf = ({ entity }: ReplyTemplate) => directory.entity(entity)?.name[locale] ?? said.everybody
  return (
    <DeskPage officer={officer} title={said.title} place="templates">
      <Heading
        title={said.title}
        lead={said.lead}
        acts={
          <LinkButton href={link('/desk/templates/new')} icon="plus" small>
            {said.add}
          </LinkButton>
        }
      />
      {done && <Notice kind="done" title={said.saved} />}
      {templates.length === 0 ? (
        <EmptyState icon="file" title={said.none}>
          <a href={link('/desk/templates/new')}>{said.add}</a>
        </EmptyState>
      ) : (
        <Table
          caption={said.title}
          rows={templates}
          rowKey={({ id }) => id}
          rowHref={({ id }) => link(`/desk/templates/${id}`)}
          columns={[
            {
              key: 'name',
              label: said.name,
              header: true,
              wide: true,
              cell: ({ name }) => <bdi>{name}</bdi>,
            },
            { key: 'entity', label: said.entity, cell: entityOf },
            {
              key: 'outcome',
              label: said.outcome,
              cell: ({ outcome }) => (outcome ? cases.outcomes[outcome] : '—'),
            },
            {
              key: 'language',
              label: said.language,
              cell: ({ language }) => wordsOf(language).common.languageName,
            },
            {
              key: 'active',
              label: said.state,
              cell: ({ active }) => (
                <Tag state={active ? 'on-time' : 'done'}>{active ? said.active : said.off}</Tag>
              ),
            },
          ]}
        />
      )}
    </DeskPage>
  )
}

interface TemplatePageProps {
  officer: Officer
  directory: Directory
  template?: ReplyTemplate
  scope: readonly string[] | 'all'
  attempt?: Attempt
}

export function TemplatePage({ officer, template, scope, directory, attempt }: TemplatePageProps) {
  const words = useWords()
  const { desk, cases, common } = words
  const { locale } = useReader()
  const link = useLink()
  const { templates: said } = desk
  const field = fieldsOf('template', words, attempt)
  const errors = errorList(words, attempt)
  const entities = directory.entities(locale).filter(({ id }) => scope === 'all' || scope.includes(id))
  const title = template ? said.change : said.add
  return (
    <DeskPage
      officer={officer}
      title={title}
      place="templates"
      back={link('/desk/templates')}
      wrong={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <Heading title={title} />
      <Form>
        <TextField {...field('name', template?.name)} label={said.name} hint={said.nameHint} />
        <Select
          {...field('entity', template ? (template.entity ?? '') : scope === 'all' ? '' : scope[0])}
          label={said.entity}
          empty={scope === 'all' ? said.everybody : undefined}
          options={entities.map(({ id, name }) => ({ value: id, label: name[locale] }))}
        />
        <TextArea {...field('body', template?.body)} label={said.body} hint={said.bodyHint} rows={8} />
        <Select
          {...field('outcome', template?.outcome ?? '')}
          label={said.outcome}
          empty={said.anyOutcome}
          options={REPLY_OUTCOMES.map((value) => ({ value, label: cases.outcomes[value] }))}
        />
        <Radios
          {...field('language', template?.language ?? locale)}
          label={said.language}
          inline
          choices={(['ar', 'en'] as const).map((value) => ({
            value,
            label: wordsOf(value).common.languageName,
          }))}
        />
        <Checkbox
          name="active"
          value="true"
          label={said.activeHint}
          checked={attempt ? field('active').value === 'true' : (template?.active ?? true)}
        />
        <Button>{common.acts.save}</Button>
      </Form>
    </DeskPage>
  )
}
