import type { messages as reference } from '../ar/messages.ts'
import { plural } from '../plural.ts'
import { pages } from './messages/pages.ts'
import { resident } from './messages/resident.ts'
import { staff } from './messages/staff.ts'

export const messages: typeof reference = {
  said: { ...resident, ...staff },
  frame: {
    central: 'the central office',
    openCase: 'Open your case',
    openDesk: 'Open the case',
    openLink: 'Read the case and write the reply',
    openQueue: 'Open your queue',
    openPath: 'Open the page',
    question: 'The question',
    reason: 'The reason',
    remedy: 'Where you can turn',
    footer: 'Sent by the Sawt service itself. Nobody reads answers to this message.',
    stop: 'Choose what reaches you',
  },
  digest: {
    name: 'Digest of the day',
    subject: (day) => `What waits for you today: ${day}`,
    turn: (count) =>
      plural('en', count, {
        zero: 'Nothing waits for your step',
        one: 'One case waits for your step',
        other: `${count} cases wait for your step`,
      }),
    late: (count) =>
      plural('en', count, {
        zero: 'Nothing is late',
        one: 'One case is late',
        other: `${count} cases are late`,
      }),
    notices: (count) =>
      plural('en', count, {
        zero: 'No unread notices',
        one: 'One notice you have not read',
        other: `${count} notices you have not read`,
      }),
    next: 'Open your queue and begin with what is due first.',
    sms: (count) =>
      plural('en', count, {
        zero: 'Sawt: nothing waits for you today.',
        one: 'Sawt: one case waits for you today.',
        other: `Sawt: ${count} cases wait for you today.`,
      }),
  },
  pages,
}
