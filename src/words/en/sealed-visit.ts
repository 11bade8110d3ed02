import type { sealedVisit as reference } from '../ar/sealed-visit.ts'
import { plural } from '../plural.ts'

export const sealedVisit: typeof reference = {
  title: 'Come back to your report',
  hint: 'Type the twenty-eight digits from your paper. Spaces do not matter.',
  receipt: 'Receipt',
  count: (count) =>
    plural('en', count, { zero: 'No digits yet', one: '1 digit of 28', other: `${count} digits of 28` }),
  wrong:
    'This is not a receipt: compare the digits one by one with your paper. A single wrong digit is noticed here.',
  open: 'Open',
  opening: {
    keys: 'Making your keys from the number. On an old phone it can take half a minute…',
    work: 'Showing the server that you are no nuisance program…',
    asking: 'Asking for the report…',
  },
  unknown:
    'There is no report with this number. Either it has a mistake that the check digits cannot see, or the report was not sent, or it was erased a year after closing.',
  yours: 'Your report',
  refresh: 'Anything new?',
  stages: {
    received: 'Arrived, not confirmed yet',
    acknowledged: 'Confirmed',
    investigating: 'Under investigation',
    closed: 'Closed',
  },
  outcomes: {
    substantiated: 'The wrongdoing was proven',
    'partly-substantiated': 'Some of it was proven',
    unsubstantiated: 'It was not proven',
    insufficient: 'What we have was not enough to judge',
    outside: 'Not within the unit’s powers',
    referred: 'Referred to another body',
    duplicate: 'Reported before',
  },
  clocks: {
    title: 'Dates',
    received: 'Arrived on',
    acknowledgeBy: 'To be confirmed by',
    acknowledged: 'Confirmed on',
    feedbackBy: 'You hear what was done by',
    feedback: 'You were told on',
    closed: 'Closed on',
    late: 'The date has passed',
    left: (days) => plural('en', days, { zero: 'today', one: '1 day left', other: `${days} days left` }),
  },
  holders: 'Who reads your report now',
  noHolders: 'Nobody on the current list. You can read but not send at the moment.',
  roster: {
    title: 'The list of who reads changed since you sent your report',
    none: 'Neither the names of those who read nor their keys have changed since you sent your report.',
    joined: (name) => `${name} joined`,
    left: (name) => `${name} left`,
    'new-key': (name) => `New key: ${name}`,
    renamed: (name) => `Changed name: ${name}`,
    moved: (name) => `${name} changed body or ties`,
    escrow: 'the recovery key',
    unknown:
      'The server says that your report was sealed under a list that is not in the signed chain. Write nothing new here, and tell the Integrity Authority by another way.',
    officer: 'integrity officer',
    custodian: 'custodian of identities',
  },
  identity: {
    title: 'Your identity',
    kept: 'Your identity is in its sealed envelope. Nobody has asked to open it.',
    requested: (day) =>
      `It was asked on ${day} to reveal your identity. The reason is in the message that you got before the request was shown to the custodians.`,
    released: (day) =>
      `Your identity was revealed on ${day}, with two custodians agreeing, to the asking officer alone.`,
  },
  dialogue: {
    title: 'Dialogue',
    none: 'No messages yet.',
    you: 'You',
    room: 'The room',
    office: 'Integrity officer',
    yourReport: 'Your report. The receipt does not open it, so that a finder cannot read it.',
    yourMessage: 'Your message. The receipt does not open it, so that a finder cannot read it.',
    feedback: 'What was done about your report',
    told: 'About your identity',
    transcript: 'What was written down on the telephone',
    unproven:
      'A message came of which we cannot prove that an integrity officer wrote it, so we do not show it. If it happens again, tell the Integrity Authority by another way.',
    files: 'Files mentioned in it do not open here',
  },
  write: {
    title: 'Write a message',
    text: 'Your message',
    hint: 'It is sealed to those who read your report. Write nothing that points to you.',
    send: 'Seal the message and send it',
    sent: 'Your message arrived sealed.',
    sending: 'Sealing the message and sending it…',
  },
  transcript: {
    check: 'Was it written as you said it?',
    right: 'Yes, it is right',
    wrong: 'No, something needs correcting',
    correction: 'What is right?',
    send: 'Send the correction',
    confirmed: 'Thank you. Your confirmation arrived.',
    corrected: 'Your correction arrived and is added to the report.',
    confirming: 'Right as written.',
  },
  harm: {
    title: 'Have you suffered for reporting?',
    asked: (day) => `We ask as promised, about the time until ${day}.`,
    no: 'No, nothing happened to me',
    yes: 'Yes, report retaliation',
    always:
      'Do not wait to be asked. A report of retaliation is a new report of its own; it goes first and is linked to this one.',
    answered: 'Your answer arrived. Thank you.',
    answer: 'Nothing has happened to me so far.',
    linked:
      'This is a report of retaliation linked to your earlier report, and goes first. It gets a receipt of its own: keep both numbers.',
  },
}
