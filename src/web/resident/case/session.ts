import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { isId } from '#kernel'
import { keyFor, mac } from '#people'
import { dropCookie, readCookie, writeCookie } from '../../base/cookies.ts'
import type { Env } from '../../base/env.ts'

/** Seconds a case stays open on a device without being looked at. */
const OPEN_FOR = 60 * 60

/** Opens one case for this browser, for an hour after it was last looked at. */
export function openForCase(c: Context<Env>, caseId: string): void {
  const { tools } = c.var
  const until = Math.floor(tools.wall.now().epochMilliseconds / 1000) + OPEN_FOR
  const claim = `${caseId}.${until}`
  writeCookie(c, 'case', `${claim}.${sign(tools.secret, claim).toString('base64url')}`, OPEN_FOR)
}

export const closeCase = (c: Context<Env>): void => dropCookie(c, 'case')

/** The case that this browser has proven its right to; undefined once the hour is over. */
export function openCase(c: Context<Env>): string | undefined {
  const [caseId = '', until = '', signature = ''] = (readCookie(c, 'case') ?? '').split('.')
  const given = Buffer.from(signature, 'base64url')
  const expected = sign(c.var.tools.secret, `${caseId}.${until}`)
  if (!isId(caseId) || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return Number(until) * 1000 > c.var.tools.wall.now().epochMilliseconds ? caseId : undefined
}

const sign = (secret: Buffer, claim: string): Buffer => mac(keyFor(secret, 'case session'), claim)
