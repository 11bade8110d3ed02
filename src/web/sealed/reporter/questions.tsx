import type { ComponentChildren } from 'preact'
import { canonicalJson } from '#kernel'
import { recipientsOf, TEXT_CLASSES } from '#sealing'
import type { Trouble } from '../client/parts.tsx'
import { type SealedWords, useReading } from '../client/reading.ts'
import { accusationOf, type Draft, NOT_LISTED } from './draft.ts'
import { Files } from './files/files.tsx'
import type { Asking } from './question.tsx'
import { Body } from './steps/body.tsx'
import { Identity } from './steps/identity.tsx'
import { Kind } from './steps/kind.tsx'
import { People } from './steps/people.tsx'
import { Readers } from './steps/readers.tsx'
import { Review } from './steps/review.tsx'
import { Known, Risk, What, When } from './steps/story.tsx'

export interface Step {
  id: string
  title: string
  hint?: string
  check?: () => Trouble[]
  draw: (wrong: Asking['wrong']) => ComponentChildren
}

type Given = Pick<Asking, 'draft' | 'roster' | 'set'> & { goTo: (at: number) => void }

/** The questions in their order, each with its words, its check and its fields. */
export function useSteps({ goTo, ...given }: Given): Step[] {
  const { t } = useReading()
  const { draft, set } = given
  const steps: Step[] = [
    {
      ...t.kind,
      id: 'kind',
      check: () => checkKind(draft, t),
      draw: (wrong) => <Kind {...given} wrong={wrong} />,
    },
    {
      ...t.body,
      id: 'body',
      check: () => checkBody(draft, t),
      draw: (wrong) => <Body {...given} wrong={wrong} />,
    },
    { ...t.people, id: 'people', draw: (wrong) => <People {...given} wrong={wrong} /> },
    {
      ...t.what,
      id: 'what',
      check: () => checkWhat(draft, t),
      draw: (wrong) => <What {...given} wrong={wrong} />,
    },
    { title: t.when.title, id: 'when', draw: (wrong) => <When {...given} wrong={wrong} /> },
    { title: t.known.title, id: 'known', draw: (wrong) => <Known {...given} wrong={wrong} /> },
    { ...t.risk, id: 'risk', draw: (wrong) => <Risk {...given} wrong={wrong} /> },
    {
      title: t.files.title,
      id: 'files',
      draw: () => <Files files={draft.files} onFiles={(files) => set({ files })} />,
    },
    {
      title: t.readers.title,
      hint: t.readers.lead,
      id: 'readers',
      check: () => checkReaders(given, t),
      draw: (wrong) => <Readers {...given} wrong={wrong} />,
    },
    {
      ...t.identity,
      id: 'identity',
      check: () => checkIdentity(draft, t),
      draw: (wrong) => <Identity {...given} wrong={wrong} />,
    },
    {
      title: t.review.title,
      hint: t.review.lead,
      id: 'review',
      check: () => checkAll(draft, t),
      draw: (wrong) => (
        <Review
          {...given}
          wrong={wrong}
          onChange={(part) => goTo(steps.findIndex(({ id }) => id === part))}
        />
      ),
    },
  ]
  return steps
}

const checkKind = ({ violation }: Draft, t: SealedWords): Trouble[] =>
  violation ? [] : [{ field: 'kind', text: t.kind.choose }]

function checkBody({ body, bodyName, aboutUnit }: Draft, t: SealedWords): Trouble[] {
  if (!body && !aboutUnit) return [{ field: 'body', text: t.body.choose }]
  return body === NOT_LISTED && !bodyName.trim() ? [{ field: 'body-name', text: t.needed }] : []
}

const checkWhat = ({ what }: Draft, t: SealedWords): Trouble[] =>
  what.trim() ? tooLong({ what }, t) : [{ field: 'what', text: t.needed }]

function checkReaders({ draft, roster }: Pick<Asking, 'draft' | 'roster'>, t: SealedWords): Trouble[] {
  const recipients = recipientsOf(roster, accusationOf(draft))
  if (recipients.ok) return []
  const text = recipients.reason === 'nobody-left' ? t.readers.nobody : t.readers.nobodyAnywhere
  return [{ field: 'readers', text }]
}

function checkIdentity({ identity, name }: Draft, t: SealedWords): Trouble[] {
  if (!identity) return [{ field: 'identity', text: t.identity.needed }]
  return identity === 'give' && !name.trim() ? [{ field: 'name', text: t.identity.needed }] : []
}

/** Everything earlier once more, as the draft may have changed since; and whether it fits. */
const checkAll = (draft: Draft, t: SealedWords): Trouble[] => [
  ...checkKind(draft, t),
  ...checkBody(draft, t),
  ...(draft.what.trim() ? [] : checkWhat(draft, t)),
  ...checkIdentity(draft, t),
  ...tooLong({ ...draft, files: [] }, t),
]

/** What the files and the rest of the content take, generously. */
const ROOM_FOR_THE_REST = 8 * 1024

function tooLong(part: object, t: SealedWords): Trouble[] {
  const largest = TEXT_CLASSES[TEXT_CLASSES.length - 1] ?? 0
  const size = new TextEncoder().encode(canonicalJson(part)).length
  return size < largest - ROOM_FOR_THE_REST ? [] : [{ field: 'what', text: t.tooLong }]
}
