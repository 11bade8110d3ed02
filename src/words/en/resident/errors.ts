import type { errors as reference } from '../../ar/resident/errors.ts'

export const errors: typeof reference = {
  again: 'Send the page once more',
  text: {
    required: 'Write what happened, if only in one sentence.',
    'too-long': 'The text is longer than ten thousand characters. Shorten it, or attach the rest as a file.',
  },
  type: { required: 'Choose what this is.' },
  category: { required: 'Choose a subject, or “not sure”.', list: 'Choose the subject from the list.' },
  entity: { required: 'Choose an entity, or “not sure”.', list: 'Choose the entity from the list.' },
  place: {
    'too-long': 'The description of the place is long. Two lines are enough.',
    area: 'Choose the area from the list.',
    both: 'Write both latitude and longitude, or leave both empty.',
    lat: 'Latitude is a number between −90 and 90.',
    lon: 'Longitude is a number between −180 and 180.',
  },
  remedy: { 'too-long': 'Please shorten what you would like a little.' },
  files: { late: 'This case was sent from another window, so the files were not added to it.' },
  who: { required: 'Choose how to send it.', name: 'Write your name; the entity will see it.' },
  contact: {
    'name-long': 'The name is long. Please shorten it.',
    phone: 'This does not look like a phone number. If it is from abroad, begin with the country code.',
    email: 'This does not look like an e-mail address. Check what stands before and after the @ sign.',
  },
  check: {
    changed: 'Something in the lists has changed since you chose. Please choose again.',
    'too-many':
      'Many cases are arriving from your network right now. Wait a minute, then send it from here. Everything you wrote is kept.',
    other: 'You began another case in a second window. This is it; please check it.',
  },
  follow: {
    reference: 'Check the number: it has eleven digits.',
    pin: 'The PIN has six digits.',
    unknown: 'We found no case with this number and this PIN together. Check both.',
    'too-many': 'Too many tries. Wait a few minutes and try again.',
  },
  step: {
    required: 'Write something here.',
    'too-long': 'The text is longer than we can keep. Please shorten it.',
    solved: 'Choose whether the matter is solved.',
    respect: 'Choose how we treated you.',
    gone: 'The case has changed since you opened the page, and this is no longer possible. Here is how it stands now.',
  },
  signIn: {
    contact: 'Write a valid phone number or e-mail address.',
    soon: 'We sent a code less than a minute ago. Wait a little, then ask for another.',
    'too-many': 'Too many tries. Wait a quarter of an hour and try again.',
    code: 'This code is wrong or no longer good. Check it, or ask for another.',
    over: 'That took a long time. Ask for a new code.',
  },
}
