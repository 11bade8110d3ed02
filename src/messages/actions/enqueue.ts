import type { Db } from '#platform'
import type { Post, TakingBack, Telling } from '../model/telling.ts'
import { addNotices, type NewNotice, takeNoticesBack } from '../store/notices.ts'
import { type NewMessage, put, takeBack } from '../store/outbox.ts'
import { notice, toAddress, toResident, toStaff } from './addressed.ts'
import { lookUp } from './look-up.ts'

/**
 * Puts everything into the outbox and on the desks, in the transaction of whoever calls, in the order given. Read
 * twice, the same causes change nothing the second time.
 */
export async function enqueue(tx: Db, post: Post, all: readonly (Telling | TakingBack)[]): Promise<void> {
  for (const run of runs(all)) {
    const [first] = run
    if (first && 'takeBack' in first) await takeAllBack(tx, run as TakingBack[], post)
    else await tell(tx, post, run as Telling[])
  }
}

/** Neighbours of one kind together, so that the order is kept with few statements. */
function runs(all: readonly (Telling | TakingBack)[]): (Telling | TakingBack)[][] {
  const found: (Telling | TakingBack)[][] = []
  for (const each of all) {
    const last = found.at(-1)
    if (last?.[0] && 'takeBack' in last[0] === 'takeBack' in each) last.push(each)
    else found.push([each])
  }
  return found
}

async function takeAllBack(tx: Db, run: TakingBack[], { now }: Post): Promise<void> {
  const back = run.map(({ caseId, takeBack: about }) => ({ caseId, about }))
  await takeBack(tx, back, now)
  await takeNoticesBack(tx, back, now)
}

async function tell(tx: Db, post: Post, tellings: Telling[]): Promise<void> {
  const known = await lookUp(tx, post, tellings)
  const messages: NewMessage[] = []
  const notices: NewNotice[] = []
  tellings.forEach((telling, at) => {
    const { to } = telling
    if ('resident' in to) messages.push(...toResident(telling, to, post, known))
    else if ('address' in to) messages.push(...toAddress(telling, to, post))
    else
      for (const reached of known.staff(at, to.except)) {
        notices.push(notice(telling, reached, post))
        messages.push(...toStaff(telling, reached, post, known))
      }
  })
  if (notices.length > 0) await addNotices(tx, notices)
  if (messages.length > 0) await put(tx, messages)
}
