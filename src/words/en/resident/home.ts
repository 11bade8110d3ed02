import type * as reference from '../../ar/resident/home.ts'
import { common } from '../common.ts'

export const home: typeof reference.home = {
  title: 'Your voice is heard, and answered on time',
  lead: 'Ask government, complain, suggest or say thank you, all in one place. We tell you at once the day of the answer, and who has your case.',
  start: 'Start a new case',
  follow: 'Follow a case',
  unfinished: {
    title: 'You have a case you have not sent yet',
    text: 'Everything you wrote is kept on this device.',
    go: 'Finish it',
  },
  what: 'What would you like to say?',
  types: {
    inquiry: 'A question about a service, a procedure or a right',
    complaint: 'Something was not done as it should be',
    suggestion: 'An idea that makes a service better',
    praise: 'Thanks to a person or office that served you well',
    violation: 'Bribery, forgery or abuse of office',
  },
  how: {
    title: 'How your case travels',
    steps: [
      {
        title: 'Tell us what happened',
        text: 'In your own words. You need not know who is responsible: finding out is our work.',
      },
      {
        title: 'Know the day of the answer at once',
        text: 'We give you a number and a PIN, the day by which we answer, and the name of whoever has your case.',
      },
      {
        title: 'The entity answers, and we review',
        text: 'Two different people read the answer before you do, so that it answers every point you made.',
      },
      {
        title: 'The last word is yours',
        text: 'Rate the answer. If it does not solve the matter, object within two weeks, and somebody who had no part in it looks again.',
      },
    ],
  },
  promise: {
    title: 'What we promise',
    points: [
      'Your date does not move when your case goes from one entity to another.',
      'Closed is not solved: no case ends without an answer, a reason and a way to object.',
      'If more time is needed we tell you why and until when, and only once.',
      'You decide whether the entity sees your name.',
    ],
    more: 'Read how we keep this promise',
  },
  times: {
    title: 'When we usually answer',
    note: 'Urgent matters are answered sooner, and you are told your own date when you send.',
    within: (days) => `within ${common.workingDays(days)}`,
  },
  links: { follow: 'Follow a case', mine: 'My cases', about: 'What Sawt is', help: 'Help' },
}

export const about: typeof reference.about = {
  title: 'What Sawt is',
  lead: 'One place where everyone who lives in this country can ask, complain, suggest and say thank you to its government, and know when the answer comes.',
  date: {
    title: 'How we count your date',
    text: [
      'Counting starts on the working day after you send, and leaves out weekends and holidays.',
      'When a case was sent to one entity and turns out to belong to another, your date stays. The time that was lost, we lost.',
      'A date can be extended once, with a reason written to you and the name of whom you can turn to outside this service.',
    ],
  },
  review: {
    title: 'Who reads the answer before you',
    text: [
      'The entity writes its answer. Somebody at the central office reviews it, and another person releases it.',
      'If it is general talk that does not answer what you asked, it goes back to be completed.',
    ],
  },
  privacy: {
    title: 'Who sees what',
    text: [
      'The entity that works on your case sees what you wrote, and your name and contact if you choose so.',
      'If you hide your identity, only the central office sees it, to bring you questions and the answer.',
      'Whenever a member of staff opens your case, it is recorded under their name.',
      'The number and PIN of a case never stand in the address of a page.',
    ],
  },
}

export const help: typeof reference.help = {
  title: 'Help',
  lead: 'Short answers to what people ask.',
  items: [
    {
      title: 'I do not know who is responsible',
      text: 'That is fine. Choose “not sure”, and we bring your case to the right entity within a working day.',
    },
    {
      title: 'I closed the page before sending',
      text: 'Open the home page on the same device: your case is there as you left it.',
    },
    {
      title: 'I lost the number or the PIN',
      text: 'If you were signed in, your case is under “My cases” and needs no number. If you sent it as a guest, call the contact centre: they make sure it is you, and help.',
    },
    {
      title: 'The entity asked me something',
      text: 'Open your case and answer there. If we do not hear from you in time, the case is closed without an answer, and you can open it again by adding what was asked for.',
    },
    {
      title: 'The answer did not solve it',
      text: 'Open your case and object within two weeks of the answer. Say what is still unsolved.',
    },
    {
      title: 'I write for somebody else',
      text: 'Say so at the beginning, say who they are to you, and give your own contact.',
    },
  ],
  more: 'If lives are in danger now, call the emergency services. Do not wait for this service.',
}

export const violation: typeof reference.violation = {
  title: 'Report of a violation',
  lead: 'A report of bribery, forgery or abuse of office needs a sealed room that the staff of ordinary cases cannot enter.',
  open: {
    title: 'The sealed room',
    text: [
      'What you write there is encrypted on your device before it leaves it. Integrity officers alone can read it; this service, its operators and the entity you report cannot.',
      'You need not say who you are. A number that only you have lets you come back, read their answers and write again.',
    ],
    go: 'Go into the sealed room',
  },
  notYet: {
    title: 'This room is not open yet',
    text: [
      'We are building it: your report will be encrypted on your device before it leaves it, and read only by the integrity officer you choose.',
      'Until then we take no report here and keep nothing you write for one. We say so openly, so that you do not put yourself at risk.',
    ],
  },
  routes: {
    title: 'Where to go now',
    others: 'Other ways to report',
    bahrain: [
      { name: 'National Audit Office', text: 'For public money and how public bodies perform.' },
      {
        name: 'General Secretariat of Grievances (the Ombudsman)',
        text: 'For the conduct of members of the security services.',
      },
      { name: 'Public Prosecution', text: 'When there is a crime, such as bribery or forgery.' },
    ],
    jordan: [
      {
        name: 'Integrity and Anti-Corruption Commission',
        text: 'For corruption, favouritism and abuse of office, and for the protection of those who report.',
      },
      { name: 'Audit Bureau', text: 'For public money.' },
      { name: 'Public Prosecution', text: 'When there is a crime, such as bribery or forgery.' },
    ],
    other: [
      {
        name: 'The audit or anti-corruption authority of your country',
        text: 'For public money and abuse of office.',
      },
      { name: 'Public Prosecution', text: 'When there is a crime, such as bribery or forgery.' },
    ],
    note: 'Use the official address of each body, and not a device of your employer.',
  },
  careful: {
    title: 'Protect yourself',
    text: 'Do not send your report as an ordinary complaint: the entity you report may be the one that reads it.',
  },
  written: {
    title: 'What you wrote just now',
    text: 'It is still a draft and was sent to nobody. Erase it if you will report by another route, or go back and choose another type.',
    erase: 'Erase what I wrote',
    other: 'Choose another type',
  },
  erased: 'What you wrote is erased. It reached nobody.',
}
