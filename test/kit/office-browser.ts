import type { BrowserContext, Page } from 'playwright-core'
import { invite } from '#integrity'
import { canonicalJson } from '#kernel'
import { type Roster, rosterHash } from '#sealing'
import type { ListeningRoom } from './sealed-pages.ts'
import type { Person } from './sealed-room.ts'

export const PASSPHRASE = 'seven pale lanterns cross the harbour'

interface Size {
  locale: 'ar' | 'en'
  width: number
}

/** Somebody of the office in a browser of their own, with a passkey that answers by itself. */
export async function inTheOffice(room: ListeningRoom, person: Person, { locale, width }: Size) {
  const context = await room.browser.newContext({ viewport: { width, height: 900 }, locale })
  const page = await context.newPage()
  // Making a key is slow on purpose.
  page.setDefaultTimeout(120_000)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => {
    // A refusal is an answer like any other; browsers report each of them.
    if (line.type() === 'error' && !line.text().includes('Failed to load resource')) faults.push(line.text())
  })
  await aPasskeyIn(context, page)
  const address = `${room.origin}/sealed/${locale}/office`
  return {
    ...{ context, page, faults, person },
    /** The key ceremony, from the invitation to the fingerprint. @returns the new public key */
    async enrol(): Promise<string> {
      const secret = await invite(room.room, person.id, 'lost')
      await page.goto(`${address}#enrol/${secret}`)
      await page.fill('#passphrase', PASSPHRASE)
      await page.fill('#again', PASSPHRASE)
      await page.fill('#device', 'Office computer')
      await page.click('button[type=submit]')
      await page.waitForSelector('.fingerprint')
      const { key } = await keyOf(page)
      await page.click('.button.main')
      await page.waitForSelector('.office-places')
      return key
    },
    /** Comes anew: a fresh page, and the passkey. */
    async signIn() {
      await page.goto('about:blank')
      await page.goto(address)
      await page.click('.button.main')
      await page.waitForSelector('.office-places')
    },
    go: async (place: string) => {
      await page.goto(`${address}#${place}`)
      await page.waitForSelector('main h1')
    },
  }
}

export type InTheOffice = Awaited<ReturnType<typeof inTheOffice>>

async function aPasskeyIn(context: BrowserContext, page: Page) {
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true, hasPrf: true },
      automaticPresenceSimulation: true,
    },
  })
}

const keyOf = (page: Page) =>
  page.evaluate(async () => {
    const response = await fetch('/sealed/office/api/me')
    const { me } = (await response.json()) as { me: { officer: { key: string } } }
    return { key: me.officer.key }
  })

/** The Authority signs the keys that were made, and the roster is published. */
export async function rosterWith(
  room: ListeningRoom,
  keys: Readonly<Record<string, string>>,
): Promise<ListeningRoom> {
  const renew = <One extends { id: string; key: string }>(one: One): One => ({
    ...one,
    key: keys[one.id] ?? one.key,
  })
  const roster: Roster = {
    ...room.roster,
    serial: room.roster.serial + 1,
    previous: room.hash,
    officers: room.roster.officers.map(renew),
    custodians: room.roster.custodians.map(renew),
  }
  await room.publish(roster)
  return { ...room, roster, hash: rosterHash(canonicalJson(roster)) }
}
