import { z } from '@hono/zod-openapi'
import { LIMITS } from '#cases'
import { caseId, channel, language, moment, reference, stage, type } from './common.ts'

const text = (most: number, description?: string) => z.string().max(most).openapi({ description })

export const newCase = z
  .strictObject({
    type,
    text: z.string().min(1).max(LIMITS.text).openapi({
      description: 'What happened, in the own words of whoever asks.',
      example: 'في حفرة كبيرة قدام مدرسة البنات من أسبوعين.',
    }),
    subject: text(LIMITS.subject, 'A title; without it the first words of the text stand for it.').optional(),
    category: text(100, 'An id of /categories, where it is known.').optional(),
    entity: text(100, 'An id of /entities, where it is known. There is no wrong door.').optional(),
    place: z
      .strictObject({
        lat: z.number().min(-90).max(90).optional(),
        lon: z.number().min(-180).max(180).optional(),
        text: text(LIMITS.place).optional(),
        id: text(100, 'One of the places of the country.').optional(),
      })
      .optional(),
    requester: z
      .strictObject({
        name: text(LIMITS.name).optional(),
        phone: text(LIMITS.phone).optional(),
        email: z.email().max(LIMITS.email).optional(),
        language: language
          .optional()
          .openapi({ description: 'In which they are told; else that of the text.' }),
      })
      .optional()
      .openapi({ description: 'To answer them. Everything is optional.' }),
    remedy: text(LIMITS.remedy, 'What they would like to happen.').optional(),
    channel: channel.optional().openapi({
      description:
        '`api` unless told. `phone`, `counter` and `letter` need the token of an agent; `import` is the importer’s.',
    }),
    identityHidden: z.boolean().optional().openapi({ description: 'Keeps the requester from the entity.' }),
  })
  .openapi('NewCase')

export const receipt = z
  .strictObject({
    id: caseId.optional(),
    reference,
    pin: z
      .string()
      .regex(/^\d{6}$/)
      .openapi({
        description: 'The second secret of the case, told only now. Keep both.',
        example: '048213',
      }),
    stage,
    answerBy: moment('When the answer is due.'),
    next: z.string().openapi({ description: 'What happens next, in the language of the requester.' }),
  })
  .openapi('Receipt')
