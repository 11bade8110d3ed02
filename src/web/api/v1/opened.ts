import type { z } from 'zod'
import type { OpenedCase } from '#cases'
import type { Directory } from '#entities'
import { formatReference } from '#kernel'
import type { openedCase } from '../shapes/desk.ts'
import { lineOf } from './desk-line.ts'

/** A case with everything around it, as far as the officer may see. */
export function opened(
  found: OpenedCase,
  directory: Directory,
  now: Temporal.Instant,
): z.input<typeof openedCase> {
  const { state, requester, roles, steps, parts, events } = found
  const { language, identityHidden, outcome, extended, solved, respect } = state
  const written = events[0]?.words
  return {
    ...lineOf(state, directory, now),
    text: written?.text ?? '',
    remedy: written?.remedy ?? null,
    place: placeOf(state.place, written?.place),
    ...{ language, identityHidden, outcome, extended },
    rating: solved === null ? null : { solved, respect },
    ...{ requester, roles, steps, parts },
    actions: found.actions.map(({ number, action: text, dueOn, doneAt }) => ({
      ...{ number, text, dueOn: dueOn.toString(), done: doneAt !== null },
    })),
    files: found.files.map(({ id, name, mediaType, size, internal }) => ({
      ...{ id, name, mediaType, size, internal },
    })),
    related: found.related.map(({ id, reference, subject, stage, entity, relation }) => ({
      ...{ id, reference: formatReference(reference), subject, stage, entity, relation },
    })),
  }
}

function placeOf(id: string | null, written: { text?: string; lat?: number; lon?: number } | undefined) {
  const { text = null, lat = null, lon = null } = written ?? {}
  return id === null && text === null && lat === null && lon === null ? null : { id, text, lat, lon }
}
