import { CENTRE_CHANNELS, LIMITS, TYPES } from '#cases'
import type { Directory } from '#entities'
import type { Suggestion } from '#language'
import type { Officer } from '#people'
import {
  Actions,
  Button,
  Checkbox,
  ErrorSummary,
  FileField,
  Form,
  Heading,
  Radios,
  Section,
  Select,
  TextArea,
  TextField,
  useReader,
  useWords,
} from '#ui'
import { words as wordsOf } from '#words'
import { type Attempt, errorList, fieldsOf } from '../desk/case/attempt.ts'
import { DeskPage } from '../desk/shell.tsx'
import { Category } from './register-category.tsx'

interface RegisterPageProps {
  officer: Officer
  directory: Directory
  suggestions: readonly Suggestion[]
  attempt?: Attempt
  draftKey: string
}

/** One page, in the order of a conversation: what happened, what kind of thing it is, where, who, and what then. */
export function RegisterPage({ officer, directory, suggestions, attempt, draftKey }: RegisterPageProps) {
  const words = useWords()
  const { desk, cases, common } = words
  const { locale } = useReader()
  const { centre } = desk
  const field = asRegister(fieldsOf('register', words, attempt))
  const errors = errorList(words, attempt).map((each) => ({
    ...each,
    field: each.field?.replace(/^register-/, ''),
  }))
  const places = directory.places(null, locale).map(({ id, name }) => ({
    group: name[locale],
    options: [{ id, name }, ...directory.places(id, locale)].map((place) => ({
      value: place.id,
      label: place.name[locale],
    })),
  }))
  return (
    <DeskPage officer={officer} title={centre.title} place="register" wrong={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <Heading title={centre.title} lead={centre.lead} />
      <Form multipart hidden={{ key: draftKey }}>
        <div class="two-columns">
          <Section title={centre.yours}>
            <Radios
              {...field('channel', 'phone')}
              label={centre.channel}
              inline
              choices={CENTRE_CHANNELS.map((value) => ({ value, label: cases.channels[value] }))}
            />
            <TextArea {...field('text')} label={centre.text} hint={centre.textHint} rows={7} />
            <Radios
              {...field('type', 'complaint')}
              label={centre.type}
              inline
              choices={TYPES.map((value) => ({ value, label: common.types[value] }))}
            />
            {attempt && <Category directory={directory} suggestions={suggestions} field={field} />}
            <TextArea {...field('remedy')} label={centre.remedy} rows={2} optional />
          </Section>
          <div>
            <Section title={centre.where}>
              <Select
                {...field('area')}
                label={centre.area}
                empty={centre.anyArea}
                options={places}
                optional
              />
              <TextField {...field('place')} label={centre.place} optional />
            </Section>
            <Section title={centre.theirs}>
              <TextField {...field('name')} label={centre.name} optional />
              <TextField
                {...field('phone')}
                label={centre.phone}
                dir="ltr"
                inputMode="tel"
                size="medium"
                optional
              />
              <TextField {...field('email')} label={centre.email} dir="ltr" inputMode="email" optional />
              <Radios
                {...field('language', 'ar')}
                label={centre.language}
                inline
                choices={(['ar', 'en'] as const).map((value) => ({
                  value,
                  label: wordsOf(value).common.languageName,
                }))}
              />
              <Checkbox
                name="identityHidden"
                label={centre.identityHidden}
                checked={field('identityHidden').value === 'yes'}
              />
              <FileField
                name="files"
                label={desk.ask.files}
                accept="image/*,.pdf"
                most={{ files: LIMITS.files, megabytes: 10 }}
                error={field('files').error}
                optional
              />
            </Section>
          </div>
        </div>
        <Actions>
          {attempt ? (
            <>
              <Button name="do" value="register">
                {centre.register}
              </Button>
              <Button name="do" value="suggest" kind="quiet">
                {centre.continue}
              </Button>
            </>
          ) : (
            <>
              <Button name="do" value="suggest">
                {centre.continue}
              </Button>
              <Button name="do" value="register" kind="quiet">
                {centre.register}
              </Button>
            </>
          )}
        </Actions>
      </Form>
    </DeskPage>
  )
}

/** Ids are plain here: this page has one form. */
const asRegister = (field: ReturnType<typeof fieldsOf>) => (name: string, usual?: string) => ({
  ...field(name, usual),
  id: name,
})
