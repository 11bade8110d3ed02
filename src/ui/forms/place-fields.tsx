import { Details } from '../details.tsx'
import type { Examples } from '../example.ts'
import { useWords } from '../page.tsx'
import { Select, type SelectProps } from './select.tsx'
import { TextField } from './text-field.tsx'

export interface PlaceFieldsProps {
  /** Fields are named `place.text`, `place.area`, `place.lat`, `place.lon` unless told otherwise. */
  name?: string
  value?: { text?: string; area?: string; lat?: string; lon?: string }
  errors?: { text?: string; area?: string; lat?: string; lon?: string }
  areas?: SelectProps['options']
}

/** A place by words, from a list, or by coordinates: none needs a map. */
export function PlaceFields({ name = 'place', value = {}, errors = {}, areas }: PlaceFieldsProps) {
  const { place } = useWords().ui
  const exact = { type: 'text', inputMode: 'decimal', dir: 'ltr', size: 'small', optional: true } as const
  return (
    <div class="place">
      {areas && (
        <Select
          name={`${name}.area`}
          label={place.area}
          options={areas}
          value={value.area}
          error={errors.area}
          optional
        />
      )}
      <TextField
        name={`${name}.text`}
        label={place.words}
        hint={place.wordsHint}
        value={value.text}
        error={errors.text}
        optional
      />
      <Details title={place.exact} open={Boolean(value.lat || value.lon || errors.lat || errors.lon)}>
        <div class="side-by-side">
          <TextField
            {...exact}
            name={`${name}.lat`}
            label={place.latitude}
            value={value.lat}
            error={errors.lat}
          />
          <TextField
            {...exact}
            name={`${name}.lon`}
            label={place.longitude}
            value={value.lon}
            error={errors.lon}
          />
        </div>
      </Details>
    </div>
  )
}

export const examples: Examples = {
  'with a list of areas': (say) => <PlaceFields areas={[{ value: 'irbid', label: say('إربد', 'Irbid') }]} />,
  'with coordinates that cannot be': (say) => (
    <PlaceFields
      name="where"
      value={{ lat: '99', lon: '35.9' }}
      errors={{ lat: say('خط العرض بين 90- و90', 'Latitude lies between −90 and 90') }}
    />
  ),
}
