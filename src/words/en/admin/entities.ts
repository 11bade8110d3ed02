import type { entities as reference } from '../../ar/admin/entities.ts'
import { plural } from '../../plural.ts'

export const entities: typeof reference = {
  title: 'Entities',
  lead: 'Who answers people, and how far each has come in joining Sawt.',
  add: 'Add an entity',
  addTitle: 'A new entity',
  addLead: 'It begins at the first stage; the central office acts for it until it joins.',
  none: 'No entity is like this',
  noneHint: 'Change the filter, or add an entity.',
  stage: 'Stage',
  anyStage: 'Any stage',
  calendar: 'Calendar',
  contact: 'Contact',
  noContact: 'No contact',
  liaisons: 'Liaison officers',
  liaisonCount: (count) =>
    plural('en', count, { zero: 'nobody', one: '1 officer', other: `${count} officers` }),
  open: 'Open cases',
  central: 'Central office',
  edit: 'The entity',
  contactEmail: 'Contact e-mail',
  contactEmailHint: 'Where the central office writes while the entity has not joined.',
  contactPhone: 'Contact telephone',
  active: 'Gets new cases',
  activeHint: 'A closed entity keeps its open cases until they are routed elsewhere.',

  stages: {
    contacted: {
      name: 'Contacted',
      means: 'The entity knows of Sawt. The central office acts for it and writes to it by one-time links.',
    },
    training: {
      name: 'Training',
      means: 'Its people practise on training cases. The central office still acts for it.',
    },
    pilot: {
      name: 'Pilot',
      means: 'Its people take part in a few cases; the central office still acts for it.',
    },
    joined: {
      name: 'Joined',
      means: 'It works in Sawt itself: cases reach its liaison officer, who sends the replies.',
    },
  },
  onboarding: 'Joining',
  move: 'Change the stage',
  willJoin: (count) =>
    plural('en', count, {
      zero: 'By joining, no open cases move; unused links end.',
      one: 'By joining, 1 open case comes to the entity’s own desk and unused links end. No date changes.',
      other: `By joining, ${count} open cases come to the entity’s own desk and unused links end. No date changes.`,
    }),
  noLiaison: 'This entity has no liaison officer',
  noLiaisonHint: 'If it joins now, nobody of its own will see its cases. Grant somebody the role first.',
  joinAnyway: 'Let it join all the same; I will appoint a liaison officer today',
  nameCentral: 'Name this entity the central office',
  nameCentralHint:
    'Every new case, and whatever has no entity, waits there. The present central office becomes an entity like others and keeps the cases it has.',
  isCentral: 'This is the central office: every new case waits here, and it is always joined.',

  units: 'Units',
  noUnits: 'No units yet',
  noUnitsHint: 'Add the units to which cases are assigned within the entity.',
  addUnit: 'Add a unit',
  unitTitle: 'A new unit',
  unitLead: 'A unit stays with its entity; its cases could not follow it elsewhere.',
  unitActive: 'Gets work assigned',
}
