import type { learning as reference } from '../ar/learning.ts'
import { plural } from '../plural.ts'

export const learning: typeof reference = {
  place: 'Routing accuracy',
  title: 'Accuracy of the proposed categories',
  lead: 'The category that the system proposed is compared with what somebody chose after it. What it proposed is noted before the model can learn from that very case, so the figures are honest. No text of a case is shown here.',
  none: 'Nothing measured yet',
  noneHint:
    'Measuring begins with the first case that is routed with a category; the model learns from it too.',
  months: 'Month by month',
  month: 'Month',
  n: 'Cases routed',
  first: 'The first was right',
  amongFive: 'The right one was among five',
  sure: 'Confidence on average',
  drift:
    'When the second column falls while confidence stays, people write about other things than before: look at the phrases of the categories.',
  few: 'This month has fewer than thirty cases: too few to judge by.',
  calibration: 'Is the confidence right?',
  calibrationLead: (error, count) =>
    `How sure the system was, beside how often it was right. The two differ by ${error} on average, over the latest ${count} proposals.`,
  step: 'Confidence',
  between: (from, to) => `${from} to ${to}`,
  right: 'It was right',
  mistakes: 'Categories that are confused',
  mistakesLead: 'In the last ninety days. A phrase or two on the page of the category is mostly enough.',
  proposed: 'The system proposed',
  chosen: 'Somebody chose',
  times: 'Times',
  checks: 'Automatic routing, checked',
  checksLead: (count) =>
    plural('en', count, {
      zero: 'No case has been left to a person for checking yet.',
      one: 'One case was left to a person for checking.',
      other: `${count} cases were left to a person for checking.`,
    }),
  checksRight: (share) => `The person chose what the machine would have chosen in ${share} of them.`,
  answered: (count) =>
    plural('en', count, {
      zero: 'No case that was routed automatically has been answered by its entity yet.',
      one: 'One case that was routed automatically has been answered by its entity.',
      other: `${count} cases that were routed automatically have been answered by their entity.`,
    }),
  models: 'Models',
  model: 'Version',
  madeAt: 'Made',
  kind: 'How',
  kinds: { trained: 'Trained from all', taught: 'Taught what was confirmed since' },
  lessons: 'Confirmed cases',
  fingerprint: 'Fingerprint',

  automatic: 'Automatic routing',
  automaticLead:
    'Cases whose words are clear reach the entity without waiting for a person. The resident is told and may object; then a person looks. It stays off until you choose.',
  above: 'When is a case routed automatically?',
  never: 'Never; a person routes every case',
  from: (share) => `When the confidence reaches ${share}`,
  checked: 'How many of them does a person route all the same, for checking?',
  save: 'Save automatic routing',
}
