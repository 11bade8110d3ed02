import type { MiddlewareHandler } from 'hono'

export interface HeaderChoices {
  /** Whether the service is reached by https: browsers are told to come no other way. */
  readonly https: boolean
  /** Scripts of our own files, for staff and for the few pages that need them; none unless told. */
  readonly scripts?: boolean
  /** Pages about a person or a case: no browser or proxy keeps a copy. */
  readonly personal?: boolean
  /** Other origins that forms may lead to, such as the national identity's. */
  readonly formTargets?: readonly string[]
}

/**
 * The headers that keep a page to itself. What a handler has set stays, so that a file or an open-data
 * answer can have its own.
 */
export function securityHeaders(choices: HeaderChoices): MiddlewareHandler {
  const headers = Object.entries({
    'Content-Security-Policy': policy(choices),
    'X-Content-Type-Options': 'nosniff',
    // For browsers that know no frame-ancestors.
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    // Residents may point at the place by where they stand; nothing else of the device is asked for.
    'Permissions-Policy':
      'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    ...(choices.https && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
    ...(choices.personal && { 'Cache-Control': 'no-store' }),
  })
  return async (c, next) => {
    await next()
    for (const [name, value] of headers) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
  }
}

function policy({ https, scripts = false, formTargets = [] }: HeaderChoices): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    ...(scripts ? ["script-src 'self'", "connect-src 'self'", "worker-src 'self'"] : []),
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    // A text never becomes markup in the browser, not even by a mistake of ours.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
