import { dirname } from 'node:path'

/** Every setting, read once from the environment and checked. */
export type Config = {
  port: number
  host: string
  /** The origin that people reach the product at, without a slash at the end. Undefined: as each request says. */
  publicUrl: string | undefined
  database: { url: string; authToken: string | undefined }
  redisUrl: string | undefined
  /** Undefined: made once, in `secretFile`. */
  secret: string | undefined
  secretFile: string | undefined
  creationKey: string | undefined
  /** What whoever reads `/metrics` from elsewhere has to send. Undefined: read on this machine alone. */
  metricsToken: string | undefined
  /** The organisation that runs this server, as its accessibility statement names it. */
  hostName: string | undefined
  /** Where to write about accessibility: an email address, a page, or words. */
  accessibilityContact: string | undefined
  retentionDays: number | undefined
  /** How many proxies stand in front and may be believed about the sender's address. */
  trustProxy: number
  board: boolean
  logLevel: string
  rateLimits: boolean
}

/** Settings that are given and do nothing in this release: whoever set them should not rely on them. */
export function withoutEffect({ redisUrl, retentionDays }: Pick<Config, 'redisUrl' | 'retentionDays'>): string[] {
  return [
    ...(redisUrl === undefined ? [] : ['REDIS_URL is set and not used yet: run one process.']),
    ...(retentionDays === undefined
      ? []
      : ['RETENTION_DAYS is set and not acted on yet: nothing is erased by itself.']),
  ]
}

type Environment = Readonly<Record<string, string | undefined>>

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']

/** A setting that cannot be used; the message is for the person who set it. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting'
}

export function readConfig(environment: Environment): Config {
  const given = (name: string) => environment[name]?.trim() || undefined
  const databaseUrl = given('DATABASE_URL') ?? 'file:data/concordat.db'
  return {
    port: wholeNumber('PORT', given('PORT') ?? '3000', { least: 0, most: 65_535 }),
    host: given('HOST') ?? '127.0.0.1',
    publicUrl: readOrigin('PUBLIC_URL', given('PUBLIC_URL')),
    database: { url: readDatabaseUrl(databaseUrl), authToken: given('DATABASE_AUTH_TOKEN') },
    redisUrl: given('REDIS_URL'),
    secret: readSecret(given('SECRET')),
    secretFile: secretFileFor(databaseUrl),
    creationKey: given('CREATION_KEY'),
    metricsToken: given('METRICS_TOKEN'),
    hostName: given('HOST_NAME'),
    accessibilityContact: given('ACCESSIBILITY_CONTACT'),
    retentionDays: readDays('RETENTION_DAYS', given('RETENTION_DAYS')),
    trustProxy: readTrust(given('TRUST_PROXY')),
    board: onOrOff('BOARD', given('BOARD') ?? 'on'),
    logLevel: oneOf('LOG_LEVEL', given('LOG_LEVEL') ?? 'info', LOG_LEVELS),
    rateLimits: onOrOff('RATE_LIMITS', given('RATE_LIMITS') ?? 'on'),
  }
}

function wholeNumber(name: string, value: string, { least, most }: { least: number; most: number }): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new BadSetting(`${name} must be a whole number from ${least} to ${most}; it is "${value}".`)
  }
  return number
}

function readOrigin(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  const bare = url && (url.pathname === '/' || url.pathname === '') && url.search === '' && url.hash === ''
  if (!url || !bare || !/^https?:$/.test(url.protocol)) {
    throw new BadSetting(
      `${name} must be the address that people open, such as https://concordat.example.gov.uk, without a path; it is "${value}".`,
    )
  }
  return url.origin
}

function readDatabaseUrl(value: string): string {
  if (value === ':memory:' || /^(file|libsql|https?|wss?):/.test(value)) return value
  throw new BadSetting(
    `DATABASE_URL must start with file: (as in file:data/concordat.db), libsql: or https:; it starts with "${value.slice(0, 12)}".`,
  )
}

function readSecret(value: string | undefined): string | undefined {
  if (value !== undefined && value.length < 32) {
    throw new BadSetting('SECRET must have at least 32 characters. Leave it out and one is made for you.')
  }
  return value
}

/** Beside the database, so that a copy of the folder is a copy of everything. */
function secretFileFor(databaseUrl: string): string | undefined {
  if (databaseUrl === ':memory:' || databaseUrl.startsWith('file::memory:')) return undefined
  if (!databaseUrl.startsWith('file:')) return 'data/secret'
  const path = (databaseUrl.split('?')[0] ?? '').slice('file:'.length).replace(/^\/\/(?=\/)/, '')
  return `${dirname(decodeURIComponent(path))}/secret`
}

function readDays(name: string, value: string | undefined): number | undefined {
  return value === undefined ? undefined : wholeNumber(name, value, { least: 1, most: 36_500 })
}

function readTrust(value: string | undefined): number {
  if (value === undefined || /^(off|false|no)$/i.test(value)) return 0
  if (/^(on|true|yes)$/i.test(value)) return 1
  return wholeNumber('TRUST_PROXY', value, { least: 0, most: 10 })
}

function onOrOff(name: string, value: string): boolean {
  return oneOf(name, value.toLowerCase(), ['on', 'off']) === 'on'
}

function oneOf(name: string, value: string, choices: readonly string[]): string {
  if (!choices.includes(value)) throw new BadSetting(`${name} must be one of ${choices.join(', ')}; it is "${value}".`)
  return value
}
