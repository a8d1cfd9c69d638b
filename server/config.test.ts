import { describe, expect, test } from 'vitest'
import { BadSetting, readConfig, withoutEffect } from './config'

test('nothing set: everything has a sensible value', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: undefined,
    database: { url: 'file:data/concordat.db', authToken: undefined },
    redisUrl: undefined,
    secret: undefined,
    secretFile: 'data/secret',
    creationKey: undefined,
    hostName: undefined,
    accessibilityContact: undefined,
    retentionDays: undefined,
    trustProxy: 0,
    board: true,
    logLevel: 'info',
    rateLimits: true,
  })
})

test('an empty setting is none', () => {
  expect(readConfig({ PORT: '', CREATION_KEY: ' ', PUBLIC_URL: '' })).toEqual(readConfig({}))
})

test.each([
  [{ PUBLIC_URL: 'https://Concordat.example/' }, { publicUrl: 'https://concordat.example' }],
  [{ DATABASE_URL: 'file:/var/lib/c/concordat.db' }, { secretFile: '/var/lib/c/secret' }],
  [{ DATABASE_URL: 'file:///var/lib/c/concordat.db' }, { secretFile: '/var/lib/c/secret' }],
  [{ DATABASE_URL: 'libsql://db.example' }, { secretFile: 'data/secret' }],
  [{ DATABASE_URL: ':memory:' }, { secretFile: undefined }],
  [{ TRUST_PROXY: 'on' }, { trustProxy: 1 }],
  [
    { HOST_NAME: ' Westshire Council', ACCESSIBILITY_CONTACT: 'access@westshire.example' },
    { hostName: 'Westshire Council', accessibilityContact: 'access@westshire.example' },
  ],
  [{ TRUST_PROXY: '2' }, { trustProxy: 2 }],
  [
    { BOARD: 'off', RATE_LIMITS: 'OFF' },
    { board: false, rateLimits: false },
  ],
])('%j is read', (environment, expected) => {
  expect(readConfig(environment)).toMatchObject(expected)
})

describe('what cannot be used says which setting it is and what it should be', () => {
  test.each([
    [{ PORT: 'abc' }, /^PORT must be a whole number/],
    [{ PORT: '70000' }, /^PORT/],
    [{ PUBLIC_URL: 'concordat.example' }, /^PUBLIC_URL must be the address/],
    [{ PUBLIC_URL: 'https://concordat.example/path' }, /without a path/],
    [{ DATABASE_URL: 'data/concordat.db' }, /^DATABASE_URL must start with file:/],
    [{ SECRET: 'short' }, /^SECRET must have at least 32/],
    [{ BOARD: 'maybe' }, /^BOARD must be one of on, off/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL/],
    [{ RETENTION_DAYS: '0' }, /^RETENTION_DAYS/],
    [{ TRUST_PROXY: 'sometimes' }, /^TRUST_PROXY/],
  ])('%j', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(BadSetting)
    expect(() => readConfig(environment)).toThrow(message)
  })

  test('and never shows a secret', () => {
    expect(() => readConfig({ SECRET: 'hunter2' })).not.toThrow(/hunter2/)
    expect(() => readConfig({ DATABASE_URL: 'postgres://user:hunter2@db' })).not.toThrow(/hunter2/)
  })
})

test('what is set and does nothing yet is said', () => {
  expect(withoutEffect(readConfig({}))).toEqual([])
  const given = readConfig({ REDIS_URL: 'redis://localhost', RETENTION_DAYS: '90' })
  expect(withoutEffect(given).join()).toMatch(/REDIS_URL.*RETENTION_DAYS/)
})
