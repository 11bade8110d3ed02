import type { refusals as reference } from '../../ar/admin/refusals.ts'

export const refusals: typeof reference = {
  'not-allowed': 'This is for administrators only.',
  'not-found':
    'We did not find what you want to change. It may have changed a moment ago; open the page again.',
  'not-to-yourself':
    'Nobody changes their own rights or closes their own account. Ask another administrator.',
  'code-wrong': 'The code is wrong or was used before. Wait for the next one in the app and write it here.',
  'too-many-tries': 'Too many tries. Wait a little and try again.',
  'sign-in-refused': 'The address or the password is wrong.',
  'sign-in-expired': 'The time to sign in is over. Begin again.',
  'code-too-soon': 'We sent a code a moment ago. Wait a minute before asking for another.',
  'contact-malformed': 'Write a valid telephone number or e-mail address.',
  'country-founded': 'This database belongs to another country.',

  'id-malformed':
    'An identifier is small Latin letters, digits and hyphens, and begins with a letter or a digit.',
  'id-taken': 'This identifier is taken. Choose another.',
  'name-missing': 'Write the name.',
  'name-too-long': (longest) => `The name is longer than ${longest} characters.`,
  'email-malformed': 'Write a valid e-mail address.',
  'email-taken': 'This address is somebody else’s.',
  'phone-too-long': (longest) => `The telephone number is longer than ${longest} characters.`,
  'sector-unknown': 'Choose a sector from the list.',
  'entity-unknown': 'Choose an entity from the list.',
  'category-unknown': 'Choose a category from the list.',
  'type-unknown': 'Choose the type of case.',
  'entity-closed': 'This entity is closed. Open it first.',
  'unit-of-another-entity': 'This identifier is that of another entity’s unit.',
  'urgency-unknown': 'Choose how urgent it is.',
  'onboarding-unknown': 'Choose the stage.',
  'central-office-stays':
    'The central office is always joined and open. Name another entity the central office first.',
  'join-without-liaison':
    'The entity has no liaison officer. Grant somebody the role, or confirm that you will appoint one today.',
  'phrases-too-many': (most) => `There are more than ${most} phrases. Keep those that people really say.`,
  'zone-unknown': 'We do not know this time zone. Write its name as in the world’s time zone database.',
  'remedy-in-one-language': 'Write it in both languages, or leave both empty.',
  'remedy-too-long': (longest) => `The text is longer than ${longest} characters.`,

  'confidence-unknown': 'Choose one of the levels offered.',
  'share-unknown': 'Choose one of the shares offered.',
  'calendar-unknown': 'Choose a calendar from the list.',
  'calendar-none-chosen': 'Choose at least one calendar.',
  'calendar-unreadable': 'Something in the calendar cannot be understood. Check names, dates and hours.',
  'calendar-zone-unknown':
    'We do not know this time zone. Write its name as in the world’s time zone database.',
  'calendar-without-usual-week': 'A calendar needs a usual week, which holds when no other does.',
  'calendar-week-never-open':
    'There are no working hours in the whole week. Write those of one day at least.',
  'calendar-dates-reversed': 'The last day is before the first. Check the two dates.',
  'calendar-hours-reversed': 'It closes before it opens. Check the hours.',
  'calendar-hours-overlap': 'The two stretches overlap. Check the hours.',
  'calendar-holiday-too-long': 'The holiday is longer than 120 days. Check the two dates.',
  'calendar-id-malformed':
    'An identifier is small Latin letters, digits and hyphens, and begins with a letter or a digit.',
  'calendar-name-missing': 'Write the name in both languages.',
  'calendar-reason-missing': 'Write why it changes: whoever asks why a date moved reads it.',
  'calendar-changed-meanwhile':
    'A colleague changed this calendar a moment ago. What you wrote is still here: look at the new version, then send it.',
  'holiday-already-there': 'One of these calendars has a holiday on the same two dates.',
  'hours-malformed': 'Write the hours like this: 07:00-14:15, with a comma between two stretches.',
  'date-malformed': 'Write a date that exists: year, month, day.',
  'date-missing': 'Write the date.',

  'promise-days-out-of-range': (from, to) => `Write a whole number from ${from} to ${to}.`,
  'promise-share-out-of-range': (from, to) => `Write a whole number from ${from} to ${to}.`,
  'promise-not-an-exception': 'This is no exception in force. The general promise is changed, never ended.',

  'role-unknown': 'Choose a role.',
  'role-is-national': 'This role is for the whole country; it is not granted on an entity or a sector.',
  'role-needs-entity': 'Choose the entity on which this role is granted.',
  'role-needs-sector': 'Choose the sector on which this role is granted.',
  'role-not-on-scope': 'This role is not granted on such a scope.',
  'scope-unknown': 'Choose the scope from the list.',
  'grant-already-over': 'This role would end before it begins, or is over. Check the two dates.',
  'program-disabled': 'This program is closed. Open its account first.',

  'password-wrong': 'The current password is wrong.',
  'password-too-short': 'The password is short. Write at least 15 characters; three words will do.',
  'password-too-long': 'The password is longer than 128 characters.',
  'password-too-common': 'The password is easy to guess. Choose words that have nothing in common.',

  'rung-clock-unknown': 'Choose a clock from the list.',
  'rung-share-out-of-range': (from, to) => `Write a share from ${from} to ${to}.`,
  'rung-days-out-of-range': (from, to) => `Write a number from ${from} to ${to}.`,
  'rung-tells-nobody': 'Choose who is told.',
  'rung-there-already': 'This clock has a rung at that moment already. Change that one.',
  'rung-unknown': 'There is no such rung.',
  'not-a-map':
    'This file is no map: it must be GeoJSON that has the id and the boundary of each governorate.',
}
