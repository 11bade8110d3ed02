import { z } from '@hono/zod-openapi'

/** RFC 9457. Everything that is refused is refused in this form. */
export const problemShape = z
  .strictObject({
    type: z.url().openapi({ description: 'Where this refusal is explained.' }),
    title: z.string().openapi({
      description: 'The refusal in a sentence, in Arabic or English as Accept-Language prefers.',
    }),
    status: z.int(),
    reason: z.string().openapi({ description: 'The refusal as a key for programs.', example: 'wrong-stage' }),
    errors: z
      .record(z.string(), z.strictObject({ reason: z.string(), message: z.string() }))
      .optional()
      .openapi({
        description: 'What is wrong with each field, by its path: `requester.email`, `points.0.answer`.',
      }),
    route: z.url().optional().openapi({ description: 'Where this can be done instead.' }),
  })
  .openapi('Problem')
