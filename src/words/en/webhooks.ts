import type { webhooks as reference, aroundWebhooks as referenceAround } from '../ar/webhooks.ts'
import { plural } from '../plural.ts'

export const webhooks: typeof reference = {
  title: 'Webhooks',
  lead: 'Systems of entities that we tell what happens to their cases, as it happens. We send numbers, dates and codes; never a text that anybody wrote, and no name.',
  add: 'Add a system',
  addTitle: 'A new system',
  addLead:
    'We make a signing secret for it and show it once. By it the system knows that what comes is ours.',
  edit: 'Change the system',
  none: 'No systems yet',
  noneHint: 'Add the system of an entity that wants to know what happens to its cases without asking.',

  name: 'System',
  nameHint: 'As the entity knows it, such as Roads case system.',
  url: 'Receiving address',
  urlHint: 'On the open internet, and it begins with:',
  whose: 'Cases of',
  everyCase: 'Every entity',
  whoseHint: 'It hears of this entity’s cases alone. This does not change later.',
  which: 'Which steps',
  everyStep: 'Every step, also those to come',
  someSteps: 'Only the steps I choose',
  steps: 'Steps',

  states: { on: 'Receives', failing: 'Failing', off: 'Off', 'given-up': 'Switched off by us' },
  waiting: 'Waiting',
  dead: 'Not delivered',
  last: 'Last attempt',
  never: 'Not tried yet',
  added: 'Added',
  answered: (status) => `Answered ${status}`,
  failingTitle: 'This system takes nothing at the moment',
  failingHint:
    'We try each delivery for three days. If nothing arrives for five days, we switch the system off. First failure:',
  givenUpTitle: 'We switched this system off: it took nothing for five days',
  givenUpHint: 'Speak with whoever looks after it, switch it on, and send again what it missed since:',
  twoSecrets: 'We sign with the old and the new secret until',

  deliveries: 'Latest deliveries',
  noDeliveries: 'Nothing here',
  noDeliveriesHint:
    'When something happens to a case that this system hears of, it shows here. You can send a trial now.',
  all: 'All',
  event: 'What happened',
  trial: 'Trial',
  caused: 'When',
  tries: (count) =>
    plural('en', count, { zero: 'Not tried yet', one: '1 attempt', other: `${count} attempts` }),
  answer: 'Answer',
  deliveryStates: { queued: 'Waiting', delivered: 'Arrived', failed: 'Not delivered' },
  again: 'Send again',
  next: 'Next attempt',
  faults: {
    forbidden: 'The address leads into an internal network, so we did not connect',
    'no-such-name': 'There is no server of this name',
    timeout: 'No answer in time',
    refused: 'Nobody listens at this address',
    certificate: 'The certificate is not valid for this name',
    broken: 'The connection was cut before an answer',
    unreachable: 'We could not reach it',
    'no-secret': 'The signing secret cannot be read. Make a new one',
    'gave-up': 'It waited too long',
  },

  acts: 'What you can do',
  test: 'Send a trial',
  testHint: 'A delivery that is about no case, with a word in Arabic, for trying the check of the signature.',
  replay: 'Send again everything since',
  replayHint:
    'We send once more all that happened since then and that it may hear. The system knows by the id of an event what it already has.',
  replayDate: 'Day',
  replayTime: 'Time',
  replayTimeHint: 'Such as 14:30. Leave it empty for the beginning of the day.',
  replays: 'Repetitions that were asked for',
  replayed: (count) => plural('en', count, { zero: 'no events', one: '1 event', other: `${count} events` }),
  replayRunning: 'Not finished yet',
  secret: 'Signing secret',
  rotate: 'A new signing secret',
  rotateHint:
    'It is shown once. The old and the new one both sign for a day, so that the system changes over without a gap.',
  switchOff: 'Switch off',
  switchOffHint: 'Nothing is sent to it; what waits, waits for three days. You can switch it on at any time.',
  switchOn: 'Switch on',
  switchOnHint: 'What waits goes out at once. What happened while it was off is asked for by sending again.',
}

export const aroundWebhooks: typeof referenceAround = {
  place: 'Webhooks',
  about: 'Systems of entities that we tell what happens to their cases',
  done: {
    tried: 'The trial is on its way. Load the page again in a moment to see the answer.',
    again: 'It goes out again now.',
    replaying: 'Sending again has begun.',
    'switched-on': 'The system receives from now on.',
    'switched-off': 'The system is off.',
  },
  refusals: {
    'webhook-address-malformed': 'Write a whole address, without a user name or a password.',
    'webhook-address-not-https': 'We send to encrypted addresses only.',
    'webhook-address-inside':
      'This address is in an internal network. We send to addresses on the open internet only.',
    'webhook-events-missing': 'Choose at least one step, or every step.',
    'webhook-moment-ahead': 'This moment has not come yet.',
    'webhook-replay-running': 'An earlier repetition is still running. Wait until it has finished.',
    'time-malformed': 'Write the time like this: 14:30.',
  },
}
