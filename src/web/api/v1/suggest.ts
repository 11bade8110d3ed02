import { z } from '@hono/zod-openapi'
import { LIMITS } from '#cases'
import type { Directory } from '#entities'
import { no, yes } from '#kernel'
import type { Suggestion } from '#language'
import { addressOf } from '../address.ts'
import { may } from '../limits.ts'
import { openTo } from '../operation.ts'
import { names } from '../shapes/common.ts'

const confidence = z.number().min(0).max(1).openapi({ description: 'From 0 to 1.', example: 0.82 })

const suggestions = z
  .strictObject({
    categories: z.array(
      z.strictObject({
        id: z.string(),
        name: names,
        confidence,
        because: z.array(z.string()).openapi({ description: 'The words of the text that speak for it.' }),
      }),
    ),
    entities: z.array(z.strictObject({ id: z.string(), name: names, confidence })),
  })
  .openapi('Suggestions', { description: 'The likeliest first. A person confirms.' })

const aText = z.strictObject({
  text: z.string().min(1).max(LIMITS.text).openapi({ example: 'الكهرباء مقطوعة من الصبح' }),
})

export const suggest = openTo({
  method: 'post',
  path: '/suggest',
  name: 'suggest',
  summary: 'What a text may be about, and who usually answers',
  description: 'Keeps and changes nothing.',
  limited: true,
  body: aText.openapi('TextToSuggestFrom'),
  answer: suggestions,
  async handle({ tools, body, limits, now, officer, c }) {
    if (!officer && !may(limits.suggestions, addressOf(c), now)) return no('too-many-tries')
    const wrong = whatIsWrong(body)
    if (wrong) return no('invalid', wrong)
    const found = await tools.suggest(body.text as string)
    return yes(named(found, await tools.directory()))
  },
})

function whatIsWrong({ text, ...others }: Readonly<Record<string, unknown>>) {
  const errors = Object.fromEntries(Object.keys(others).map((name) => [name, 'unknown-field']))
  if (text === undefined) errors.text = 'required'
  else if (typeof text !== 'string') errors.text = 'must-be-text'
  else if (text.trim() === '') errors.text = 'required'
  else if (text.length > LIMITS.text) errors.text = 'too-long'
  return Object.keys(errors).length > 0 ? errors : undefined
}

/** Entities follow from categories: whoever usually answers them, as sure as the categories together. */
function named(found: readonly Suggestion[], directory: Directory): z.input<typeof suggestions> {
  const sure = new Map<string, number>()
  const categories = found.flatMap(({ label, confidence, because }) => {
    const category = directory.category(label)
    if (!category?.active) return []
    const owner = directory.entity(category.entityId)
    if (owner?.active) sure.set(owner.id, Math.min(1, (sure.get(owner.id) ?? 0) + confidence))
    return {
      id: category.id,
      name: { ...category.name },
      confidence: rounded(confidence),
      because: [...because],
    }
  })
  const entities = [...sure].flatMap(([id, confidence]) => {
    const entity = directory.entity(id)
    return entity ? { id, name: { ...entity.name }, confidence: rounded(confidence) } : []
  })
  return { categories, entities: entities.sort((one, other) => other.confidence - one.confidence) }
}

const rounded = (share: number) => Math.round(share * 10_000) / 10_000
