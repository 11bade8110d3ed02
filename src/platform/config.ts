import { join, resolve } from 'node:path'
import { z } from 'zod'
import { CannotStart } from './cannot-start.ts'
import { LOG_LEVELS } from './log.ts'
import { keptSecret } from './secret.ts'

/** What an operator decides, read once at start; nothing else reads the environment. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Where residents reach the service, without a slash at the end; links in messages start with it. */
  readonly publicUrl: string
  /** Holds `postgres/`, `files/` and `secret`. */
  readonly dataDir: string
  /** An outside PostgreSQL; without it the embedded one. */
  readonly databaseUrl?: string
  readonly smtpUrl?: string
  /** The mailbox that letters arrive in. */
  readonly imapUrl?: string
  readonly smsUrl?: string
  readonly whatsappUrl?: string
  readonly telegramUrl?: string
  readonly s3Url?: string
  readonly clamdUrl?: string
  readonly modelUrl?: string
  readonly oidc?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
  readonly logLevel: (typeof LOG_LEVELS)[number]
  readonly country: 'bahrain' | 'jordan'
  /** The sealed room, where it is not simply a part of this process. */
  readonly sealed: {
    /** A login of its own, which has been granted the role sawt_sealed and nothing else. */
    readonly databaseUrl?: string
    /** The room's own address, when it runs in a process of its own (`sawt sealed`). */
    readonly url?: string
    /** Where that process listens. */
    readonly port: number
    /** What the two processes prove themselves to each other with. */
    readonly key?: string
  }
  /** Signs forms and links. 32 bytes or more; the same for all processes of a service. */
  readonly secret: string
  /** Invented people and cases, and sign-in codes on the page. */
  readonly demonstration: boolean
}

const ROOT = join(import.meta.dirname, '../..')

/**
 * The configuration from the environment; an empty variable counts as unset.
 *
 * @throws CannotStart naming every wrong variable with its remedy, one a line
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const read = VARIABLES.safeParse(given)
  if (!read.success) throw new CannotStart(read.error.issues.map((issue) => issue.message).join('\n'))
  const found = read.data
  const dataDir = resolve(ROOT, found.DATA_DIR)
  return {
    port: found.PORT,
    host: found.HOST,
    publicUrl: (found.PUBLIC_URL ?? `http://localhost:${found.PORT}`).replace(/\/+$/, ''),
    dataDir,
    logLevel: found.LOG_LEVEL,
    country: found.SAWT_COUNTRY,
    secret: found.SAWT_SECRET ?? keptSecret(dataDir),
    demonstration: found.SAWT_DEMONSTRATION ? found.SAWT_DEMONSTRATION === '1' : !found.DATABASE_URL,
    sealed: {
      port: found.SEALED_PORT,
      ...present({
        databaseUrl: found.SEALED_DATABASE_URL,
        url: found.SEALED_URL?.replace(/\/+$/, ''),
        key: found.SEALED_KEY,
      }),
    },
    ...present({
      databaseUrl: found.DATABASE_URL,
      smtpUrl: found.SMTP_URL,
      imapUrl: found.IMAP_URL,
      smsUrl: found.SMS_URL,
      whatsappUrl: found.WHATSAPP_URL,
      telegramUrl: found.TELEGRAM_URL,
      s3Url: found.S3_URL,
      clamdUrl: found.CLAMD_URL,
      modelUrl: found.MODEL_URL,
      oidc: oidcOf(found),
    }),
  }
}

const address = (name: string, protocols: string[], example: string) =>
  z
    .string()
    .refine(
      (text) => protocols.includes(URL.parse(text)?.protocol.slice(0, -1) ?? ''),
      `${name} must be an address like ${example}.`,
    )
    .optional()

const oneOf = <const Choice extends string>(name: string, choices: readonly Choice[]) =>
  z.enum(choices, { error: `${name} must be one of: ${choices.join(', ')}.` })

const SEALED_PORT_RULE = { error: 'SEALED_PORT must be a number from 0 to 65535, such as 8070.' }
const PORT_RULE = { error: 'PORT must be a number from 0 to 65535, such as 8080.' }

const VARIABLES = z
  .object({
    PORT: z
      .string()
      .regex(/^\d+$/, PORT_RULE)
      .transform(Number)
      .pipe(z.number().max(65535, PORT_RULE))
      .default(8080),
    // All interfaces: a phone on the same network opens the demonstration, and a container's port can be mapped.
    HOST: z
      .string()
      .regex(/^[\w.:%-]+$/, 'HOST must be a name or address to listen on, such as 0.0.0.0.')
      .default('0.0.0.0'),
    PUBLIC_URL: address('PUBLIC_URL', ['http', 'https'], 'https://sawt.example.gov'),
    DATA_DIR: z.string().default('data'),
    DATABASE_URL: address(
      'DATABASE_URL',
      ['postgres', 'postgresql'],
      'postgres://sawt:password@host:5432/sawt',
    ),
    SEALED_DATABASE_URL: address(
      'SEALED_DATABASE_URL',
      ['postgres', 'postgresql'],
      'postgres://sealed:password@host:5432/sawt',
    ),
    SEALED_URL: address('SEALED_URL', ['http', 'https'], 'https://sealed.example.gov'),
    SEALED_PORT: z
      .string()
      .regex(/^\d+$/, SEALED_PORT_RULE)
      .transform(Number)
      .pipe(z.number().max(65535, SEALED_PORT_RULE))
      .default(8070),
    SEALED_KEY: z
      .string()
      .min(32, 'SEALED_KEY must be at least 32 characters long; `openssl rand -base64 32` makes one.')
      .optional(),
    SMTP_URL: address('SMTP_URL', ['smtp', 'smtps'], 'smtp://user:password@mail.example.gov:587'),
    IMAP_URL: address('IMAP_URL', ['imap', 'imaps'], 'imaps://user:password@mail.example.gov/INBOX'),
    SMS_URL: address('SMS_URL', ['http', 'https'], 'https://sms.example.gov/send'),
    WHATSAPP_URL: address(
      'WHATSAPP_URL',
      ['http', 'https'],
      'https://:token@graph.facebook.com/v23.0/phone-number-id',
    ),
    TELEGRAM_URL: address(
      'TELEGRAM_URL',
      ['http', 'https'],
      'https://:token@api.telegram.org#secret=a-long-word',
    ),
    S3_URL: address('S3_URL', ['http', 'https', 's3'], 'https://key:secret@s3.example.gov/bucket'),
    CLAMD_URL: address('CLAMD_URL', ['tcp'], 'tcp://127.0.0.1:3310'),
    MODEL_URL: address('MODEL_URL', ['http', 'https'], 'http://127.0.0.1:8000/v1'),
    OIDC_ISSUER: address('OIDC_ISSUER', ['https', 'http'], 'https://id.example.gov'),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    LOG_LEVEL: oneOf('LOG_LEVEL', LOG_LEVELS).default('info'),
    SAWT_COUNTRY: oneOf('SAWT_COUNTRY', ['bahrain', 'jordan']).default('bahrain'),
    SAWT_SECRET: z
      .string()
      .min(32, 'SAWT_SECRET must be at least 32 characters long; `openssl rand -base64 32` makes one.')
      .optional(),
    SAWT_DEMONSTRATION: oneOf('SAWT_DEMONSTRATION', ['0', '1']).optional(),
  })
  .refine(
    (found) => [0, 3].includes(oidcParts(found).filter(Boolean).length),
    'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three or none.',
  )

type Oidc = {
  OIDC_ISSUER?: string | undefined
  OIDC_CLIENT_ID?: string | undefined
  OIDC_CLIENT_SECRET?: string | undefined
}

const oidcParts = (found: Oidc) => [found.OIDC_ISSUER, found.OIDC_CLIENT_ID, found.OIDC_CLIENT_SECRET]

function oidcOf(found: Oidc): Config['oidc'] {
  const [issuer, clientId, clientSecret] = oidcParts(found)
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined
}

/** Leaves out what is not set, so that "set" can be asked with `in` and printed without noise. */
function present<Values extends object>(values: Values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: NonNullable<Values[Name]>
  }
}
