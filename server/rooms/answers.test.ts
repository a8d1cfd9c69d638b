import { expect, test } from 'vitest'
import { Answers } from './answers'
import { step1 } from './messages'
import { HandClock } from './testing/hand-clock'
import { addNote, openWorld } from './testing/open-room'

const TOOK_MS = 10
const isStep2 = (message: Uint8Array) => message[0] === 0 && message[1] === 1
/** About somebody: one about nobody only keeps the line alive. */
const isPresence = (message: Uint8Array) => message[0] === 1 && message[2] !== 0

function openAnswers() {
  const clock = new HandClock()
  const answered: string[] = []
  const answers = new Answers<{ isReading: boolean }, string>(clock, (_asker, question) => {
    clock.advance(TOOK_MS)
    answered.push(question)
  })
  return { clock, answered, answers }
}

test('[R13] who asks again and again is answered at once, and then for the newest question when its time has come', () => {
  const { clock, answered, answers } = openAnswers()
  const [jon, mallory] = [{ isReading: true }, { isReading: true }]
  for (let index = 0; index < 1_000; index += 1) answers.ask(mallory, `question ${index}`)
  answers.ask(jon, 'what did I miss')
  expect(answered).toEqual(['question 0', 'what did I miss'])
  clock.advance(20 * TOOK_MS)
  expect(answered).toEqual(['question 0', 'what did I miss', 'question 999'])
})

test('[R13] who does not read gets no further answer, and the last one asked for when they read again', () => {
  const { clock, answered, answers } = openAnswers()
  const mallory = { isReading: true }
  answers.ask(mallory, 'first')
  mallory.isReading = false
  for (let index = 0; index < 1_000; index += 1) {
    answers.ask(mallory, `question ${index}`)
    clock.advance(100)
  }
  expect(answered).toEqual(['first'])
  mallory.isReading = true
  clock.advance(100)
  expect(answered).toEqual(['first', 'question 999'])
})

test('[R13] nobody answers who has left', () => {
  const { clock, answered, answers } = openAnswers()
  const mallory = { isReading: true }
  answers.ask(mallory, 'first')
  answers.ask(mallory, 'second')
  answers.forget(mallory)
  clock.advance(10_000)
  expect(answered).toEqual(['first'])
})

test('[R13] a thousand questions from a socket that is not read bring one answer', async () => {
  const { person, settle, clock, turn } = openWorld()
  const amina = person('amina')
  const mallory = person('mallory')
  addNote(amina, 'n1', 'The lift is out of order on Fridays')
  await settle()
  const [states, presences] = [
    () => mallory.wire.inbox.filter(isStep2).length,
    () => mallory.wire.inbox.filter(isPresence).length,
  ]
  mallory.wire.stuck = 512 * 1024
  for (let client = 1; client <= 1_000; client += 1) mallory.deliver(step1(new Uint8Array([1, client % 100, 1])))
  for (let index = 0; index < 1_000; index += 1) mallory.deliver(new Uint8Array([3]))
  await turn()
  clock.advance(5_000)
  expect([states(), presences()]).toEqual([0, 0])
  mallory.wire.stuck = 0
  clock.advance(1_000)
  expect([states(), presences()]).toEqual([1, 1])
})
