import { REPLY_OUTCOMES, type ReplyTemplate } from '#cases'
import type { Directory } from '#entities'
import type { Officer } from '#people'
import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Radios,
  Select,
  TextArea,
  TextField,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { words as wordsOf } from '#words'
import { coded, named } from '../choices.ts'
import { type Attempt, errorList, fieldsOf } from './case/attempt.ts'
import { KeptTexts, Offered } from './kept-texts.tsx'
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
  const { templates: said } = desk
  return (
    <KeptTexts
      officer={officer}
      place="templates"
      at="/desk/templates"
      icon="file"
      said={said}
      rows={templates}
      done={done}
      columns={[
        {
          key: 'entity',
          label: said.entity,
          cell: ({ entity }) => directory.entity(entity)?.name[locale] ?? said.everybody,
        },
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
      ]}
    />
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
          options={named(entities, locale)}
        />
        <TextArea {...field('body', template?.body)} label={said.body} hint={said.bodyHint} rows={8} />
        <Select
          {...field('outcome', template?.outcome ?? '')}
          label={said.outcome}
          empty={said.anyOutcome}
          options={coded(REPLY_OUTCOMES, cases.outcomes)}
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
        <Offered label={said.activeHint} typed={attempt && field('active').value} text={template} />
        <Button>{common.acts.save}</Button>
      </Form>
    </DeskPage>
  )
}
