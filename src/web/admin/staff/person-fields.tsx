import { useWords } from '#ui'
import { OneOf, Text } from '../fields.tsx'
import type { Filled } from '../filled.ts'

/** Who somebody is and how they sign in. */
export function PersonFields({ form }: { form: Filled }) {
  const { staff } = useWords().admin
  const languages = (['ar', 'en'] as const).map((value) => ({ value, label: staff.languages[value] }))
  return (
    <>
      <Text form={form} name="name" label={staff.name} autocomplete="off" />
      <Text
        form={form}
        name="email"
        label={staff.email}
        hint={staff.emailHint}
        type="email"
        dir="ltr"
        autocomplete="off"
      />
      <OneOf form={form} name="language" label={staff.language} choices={languages} inline />
    </>
  )
}
