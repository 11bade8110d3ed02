import { bodyLimit } from 'hono/body-limit'
import { no } from '#kernel'
import type { Middleware } from '../base/env.ts'
import { problem } from './problem.ts'
import { MOST_BYTES } from './read-body.ts'

/**
 * Refuses bodies that are too large, before they are read. One that says its size is judged by that: looking
 * at its stream would leave the server's fast way of reading bodies, for every submission.
 */
export function smallBodies(): Middleware {
  const counting = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => problem(c, no('body-too-large')) })
  return (c, next) => {
    const size = c.req.header('content-length')
    if (size === undefined || c.req.header('transfer-encoding') !== undefined) return counting(c, next)
    return Number(size) > MOST_BYTES ? Promise.resolve(problem(c, no('body-too-large'))) : next()
  }
}
