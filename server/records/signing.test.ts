import { describe, expect, test } from 'vitest'
import type { AnswerKind, Commitment, PutAction, Wording } from '../../shared/domain/action'
import type { ActionId, CommitmentId, MemberId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import { wordingHash } from '../../shared/domain/wording-hash'
import { answer, asRecord, dispute, put, withdraw } from './signing'

const commitment = (id: string, side: 'central' | 'local', organisation: string): Commitment => ({
  id: id as CommitmentId,
  side,
  organisation,
  person: '',
  what: 'do it',
  by: '',
  waitsOn: [],
})

const wording: Wording = {
  id: 'a1' as ActionId,
  title: 'One report',
  residentChange: '',
  measure: '',
  commitments: [commitment('c1', 'central', 'Department'), commitment('c2', 'local', 'Northshire Council')],
}

const person = (name: string, organisation: string): Member => ({
  id: name.toLowerCase() as MemberId,
  name,
  organisation,
  side: 'local',
  role: 'participant',
  joinedAt: 0,
  removedAt: null,
})
const amina = person('Amina', 'Department')
const jon = person('Jon', 'northshire  council')
const jo = person('Jo', 'Northshire Council')

function putToAgreement(existing?: PutAction): PutAction {
  const asked = [
    { name: 'Department', side: 'central' as const },
    { name: 'Northshire Council', side: 'local' as const },
  ]
  const trail = { proposal: null, barriers: [] }
  const done = put(existing, { wording, trail, seenHash: wordingHash(wording), asked, nextNumber: 3, now: 10 })
  if (!done.ok) throw new Error(done.refusal)
  return done.value
}

function answered(action: PutAction, who: Member, organisation: string, kind: AnswerKind): PutAction {
  const given = {
    organisation,
    revision: action.revision,
    name: who.name,
    jobTitle: 'Head',
    answer: kind,
    reason: 'because',
    byDate: '2026-12-01',
    now: 20,
  }
  const done = answer(action, who, given)
  if (!done.ok) throw new Error(done.refusal)
  return done.value.action
}

describe('putting to agreement', () => {
  test('freezes only the words that were seen', () => {
    const trail = { proposal: null, barriers: [] }
    const other = { ...wording, title: 'Two reports' }
    expect(
      put(undefined, { wording: other, trail, seenHash: wordingHash(wording), asked: [], nextNumber: 1, now: 1 }),
    ).toEqual({
      ok: false,
      refusal: 'wording-changed',
    })
  })

  test('keeps the number through taking back, and starts answers again', () => {
    const first = answered(putToAgreement(), amina, 'Department', 'agree')
    const back = withdraw(first, 1)
    if (!back.ok) throw new Error(back.refusal)
    expect(putToAgreement(back.value)).toMatchObject({ number: 3, revision: 2, answers: [] })
  })
})

describe('answering', () => {
  test('is for one’s own organisation only, however it is spelled', () => {
    const action = putToAgreement()
    const given = {
      revision: 1,
      name: 'Jon',
      jobTitle: 'Head',
      answer: 'agree' as const,
      reason: '',
      byDate: '',
      now: 5,
    }
    expect(answer(action, jon, { ...given, organisation: 'Department' })).toMatchObject({ refusal: 'not-asked' })
    expect(answer(action, jon, { ...given, organisation: 'Northshire Council' }).ok).toBe(true)
    expect(answer(action, jon, { ...given, organisation: 'Northshire Council', revision: 2 })).toMatchObject({
      refusal: 'state-moved-on',
    })
  })

  test('makes a record when all have answered, both sides agree and none says no', () => {
    const half = answered(putToAgreement(), amina, 'Department', 'agree')
    expect(asRecord(half, 30, false)).toBeUndefined()
    const whole = answered(half, jon, 'Northshire Council', 'agree-with-reservation')
    expect(asRecord(whole, 30, false)).toMatchObject({ status: 'record', recordedAt: 30, closedEarly: false })
  })

  test.each(['do-not-agree', 'ask-first'] as const)('"%s" makes no record', (kind) => {
    const action = answered(answered(putToAgreement(), amina, 'Department', 'agree'), jon, 'Northshire Council', kind)
    expect(asRecord(action, 30, false)).toBeUndefined()
    expect(asRecord(action, 30, true)).toBeUndefined()
  })

  test('a facilitator may close early only when both sides agree', () => {
    const three = putToAgreement()
    const action = { ...three, asked: [...three.asked, { name: 'Westshire Council', side: 'local' as const }] }
    const half = answered(action, amina, 'Department', 'agree')
    expect(asRecord(half, 30, true)).toBeUndefined()
    expect(asRecord(answered(half, jon, 'Northshire Council', 'agree'), 30, true)).toMatchObject({ closedEarly: true })
  })

  test('a disputed answer does not count until the organisation answers again', () => {
    const action = answered(putToAgreement(), jon, 'Northshire Council', 'agree')
    const given = { organisation: 'Northshire Council', revision: 1, reason: 'not our view', now: 25 }
    expect(dispute(action, jon, given)).toMatchObject({ refusal: 'state-moved-on' })
    expect(dispute(action, amina, given)).toMatchObject({ refusal: 'not-asked' })
    const done = dispute(action, jo, given)
    if (!done.ok) throw new Error(done.refusal)
    const both = answered(done.value.action, amina, 'Department', 'agree')
    expect(asRecord(both, 30, false)).toBeUndefined()
    expect(asRecord(answered(both, jo, 'Northshire Council', 'agree'), 30, false)).toBeDefined()
  })

  test('a disputed yes is not a yes of its side when signing is closed early', () => {
    const both = answered(answered(putToAgreement(), amina, 'Department', 'agree'), jon, 'Northshire Council', 'agree')
    const done = dispute(both, jo, { organisation: 'Northshire Council', revision: 1, reason: 'not ours', now: 25 })
    if (!done.ok) throw new Error(done.refusal)
    expect(asRecord(done.value.action, 30, true)).toBeUndefined()
    expect(asRecord(both, 30, true)).toBeDefined()
  })

  test('a record takes no more commands', () => {
    const whole = answered(answered(putToAgreement(), amina, 'Department', 'agree'), jon, 'Northshire Council', 'agree')
    const record = asRecord(whole, 30, false)
    expect(withdraw(record, 1)).toMatchObject({ refusal: 'record-is-final' })
    expect(
      dispute(record, jo, { organisation: 'Northshire Council', revision: 1, reason: 'late', now: 31 }),
    ).toMatchObject({ refusal: 'record-is-final' })
  })
})
