import type { Directory } from '#entities'
import type { Suggestion } from '#language'
import { Radios, Select, useReader, useWords } from '#ui'
import { formatPercent } from '#words'
import type { fieldsOf } from '../desk/case/attempt.ts'

interface CategoryProps {
  directory: Directory
  suggestions: readonly Suggestion[]
  field: ReturnType<typeof fieldsOf>
}

/** What the words speak for, the whole list, and "I do not know". */
export function Category({ directory, suggestions, field }: CategoryProps) {
  const { desk } = useWords()
  const reader = useReader()
  const { centre } = desk
  const all = directory
    .categories(reader.locale)
    .map(({ id, name }) => ({ value: id, label: name[reader.locale] }))
  const likely = suggestions.flatMap(({ label, confidence, because }) => {
    const category = directory.category(label)
    return category
      ? [
          {
            value: label,
            label: category.name[reader.locale],
            hint: [formatPercent(reader, confidence), ...because].join(' · '),
          },
        ]
      : []
  })
  return (
    <Radios
      {...field('category', likely[0]?.value ?? 'none')}
      value={field('category').value || likely[0]?.value || 'none'}
      label={centre.suggested}
      choices={[
        ...likely,
        { value: 'none', label: centre.anyCategory },
        {
          value: 'other',
          label: centre.otherCategory,
          more: <Select {...field('other-category')} label={centre.category} options={all} />,
        },
      ]}
    />
  )
}
