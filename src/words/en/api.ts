import type { api as reference } from '../ar/api.ts'

export const api: typeof reference = {
  title: 'The interface for programs',
  lead: 'Everything a program can do with Sawt: submit and follow cases, work on them, read the figures.',
  description: 'The description for machines',
  bearer: 'Staff programs send their token in the header Authorization. An administrator makes tokens.',
  keys: 'A request that submits something may carry an Idempotency-Key: sent again with the same key and the same body, it happens once.',
  operations: 'Addresses',
  needs: 'Needed',
  noToken: 'Nothing: open to anybody',
  tokenOf: (roles) => `A token of: ${roles}`,
  parameters: 'Parameters',
  sends: 'Sends',
  answers: 'Answers',
  refusals: 'Refusals',
  refusalsLead:
    'Every refusal says its reason as a key and as a sentence, in Arabic or English as the program prefers.',
  example: 'Example',
  shapes: 'Shapes',
  about: 'About',
  field: 'Field',
  holds: 'What it holds',
  reason: 'Reason',
  status: 'Status',
  sentence: 'In words',

  submitted: {
    inquiry: (day) => `The central office reads your question and sees that it is answered by ${day}.`,
    complaint: (day) =>
      `The central office reads your complaint and passes it to the entity that can act. You will have an answer by ${day}.`,
    suggestion: (day) =>
      `The central office passes your suggestion to the entity that decides on it. You will have a decision with its reasons by ${day}.`,
    praise: (day) =>
      `The central office passes your thanks to the people you praised and to their head, and tells you by ${day}.`,
  },
  next: {
    received: (day) => `The central office is finding the entity that can act. Your answer is due by ${day}.`,
    'with-entity': (day) => `The entity is working on it. Your answer is due by ${day}.`,
    'awaiting-resident': () => 'You were asked a question. Your answer to it lets the work go on.',
    replied: (day) =>
      `The entity has replied, and its reply is being reviewed. Your answer is due by ${day}.`,
    verified: (day) => `The reply has passed its first review. Your answer is due by ${day}.`,
    answered: () => 'You have an answer. You may rate it, accept it, or object to it.',
    objected: () => 'Your objection is reviewed by somebody who had no hand in the reply.',
    closed: () => 'The case is closed.',
  },

  problems: {
    'body-malformed': 'The body is not valid JSON in UTF-8.',
    'body-not-an-object': 'The body must be one JSON object.',
    'body-too-deep': 'The body is nested deeper than anything here.',
    'name-twice': 'A name stands twice in one object, so it is not clear which one is meant.',
    'body-too-large': 'The body is larger than 256 kilobytes.',
    'body-not-json': 'The body must be sent as application/json, in UTF-8 and not compressed.',
    'key-not-good': 'An Idempotency-Key has 1 to 255 visible ASCII characters.',
    'key-used-for-something-else': 'This Idempotency-Key was used before with another body.',
    'token-needed': 'This needs a token in the header Authorization.',
    'token-not-good': 'This token is unknown, revoked, or no longer in force.',
    'not-your-role': 'The role of this token does not do this.',
    'not-your-step': 'This step is never taken by the role of this token.',
    'not-found': 'There is no such case here, or it does not belong to whoever asks.',
    'no-such-address': 'Nothing lives at this address.',
    'not-this-method': 'This address is not asked in this way.',
    'too-many-tries': 'Too many tries. Wait before the next one.',
    'sealed-room':
      'Reports of violations are never taken here: they go only to the sealed room, where nobody else can read them.',
    'our-fault': 'Something went wrong on our side, and nothing was changed.',
    'not-now': 'The service cannot answer at this moment, and nothing was changed. Try again shortly.',
    'not-understood': 'This was not understood.',
    'needs-an-agent': 'This channel needs the token of a contact-centre agent.',
    'later-than-end': 'The beginning must come before the end.',
  },
}
