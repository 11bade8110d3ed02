import type { categories as reference } from '../../ar/admin/categories.ts'
import { plural } from '../../plural.ts'

export const categories: typeof reference = {
  title: 'Categories',
  lead: 'What people ask about. From the everyday phrases we learn which category and entity to suggest.',
  add: 'Add a category',
  addTitle: 'A new category',
  none: 'No category is like this',
  noneHint: 'Change the filter, or add a category.',
  owner: 'Owner',
  anyOwner: 'Any entity',
  noOwner: 'No owner',
  depends: 'Depends on the case',
  urgency: 'Urgency',
  urgencies: { normal: 'Normal', high: 'High', emergency: 'Emergency' },
  phrases: 'Everyday phrases',
  phrasesAr: 'Phrases in Arabic',
  phrasesEn: 'Phrases in English',
  phrasesHint: 'As people say it, one phrase a line. Suggestions learn from them as soon as they are saved.',
  phraseCount: (count) =>
    plural('en', count, { zero: 'no phrases', one: '1 phrase', other: `${count} phrases` }),
  active: 'Offered for choosing',
  activeHint: 'Cases that have a closed category keep it.',
  try: 'Try a sentence',
  sentence: 'The sentence',
  tryHint: 'Write as people write, and see what we suggest now.',
  tryAct: 'Suggest',
  trySaid: 'We now suggest',
  tryNothing: 'We suggest nothing for this sentence. Add phrases that are like it.',
  promises: 'Promises for this category',
}
