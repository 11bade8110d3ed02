/**
 * The Integrity Authority's public key, base64url. The build leaves this mark, and the key of the country takes
 * its place when the pages are assembled: same program, same length, another key. It must stand in one piece.
 */
export const AUTHORITY = 'HERE-STANDS-THE-AUTHORITYS-KEY-OF-32-BYTES-'

/** The language of the page that carries the program. */
export const LOCALE = document.documentElement.lang === 'en' ? 'en' : 'ar'
