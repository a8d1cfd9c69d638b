import { describe, expect, test } from 'vitest'
import { minutesAdded, timerFace, timerNotice, timerSpoken } from './timer-text'

const MINUTE = 60_000
const running = (endsAt: number) => ({ is: 'running', endsAt }) as const

describe('the clock of a step', () => {
  test('starts full and counts down to the very second', () => {
    expect(timerFace({ is: 'ready', leftMs: 20 * MINUTE }, 0)).toMatchObject({ digits: '20:00', word: 'not started' })
    expect(timerFace(running(20 * MINUTE), 0).digits).toBe('20:00')
    expect(timerFace(running(20 * MINUTE), 1).digits).toBe('20:00')
    expect(timerFace(running(6 * MINUTE + 32_000), 0)).toMatchObject({ digits: '06:32', word: 'left' })
    expect(timerFace(running(1_000), 1_000).digits).toBe('00:00')
  })

  test('an hour and more shows hours', () => {
    expect(timerFace(running(66 * MINUTE + 5_000), 0).digits).toBe('1:06:05')
  })

  test('says how long it is over, and goes on', () => {
    const over = timerFace(running(0), 2 * MINUTE + 10_400)
    expect(over).toEqual({ digits: '2:10', word: 'over', urgency: 'over' })
  })

  test('a paused clock stands still, whatever the time', () => {
    const paused = { is: 'paused', leftMs: 90_000 } as const
    expect(timerFace(paused, 5)).toEqual(timerFace(paused, 999_999))
    expect(timerFace(paused, 5)).toMatchObject({ digits: '01:30', word: 'paused' })
  })

  test('is marked at five minutes and at one, but not before it runs', () => {
    expect(timerFace(running(5 * MINUTE + 1), 0).urgency).toBe('calm')
    expect(timerFace(running(5 * MINUTE), 0).urgency).toBe('soon')
    expect(timerFace(running(MINUTE), 0).urgency).toBe('last')
    expect(timerFace({ is: 'ready', leftMs: MINUTE }, 0).urgency).toBe('calm')
  })

  test('is read in whole minutes', () => {
    expect(timerSpoken(running(6 * MINUTE + 20_000), 0)).toBe('6 minutes left')
    expect(timerSpoken(running(40_000), 0)).toBe('less than a minute left')
    expect(timerSpoken(running(0), 2 * MINUTE)).toBe('2 minutes over')
    expect(timerSpoken({ is: 'ready', leftMs: 20 * MINUTE }, 0)).toBe('20 minutes left, not started')
  })
})

describe('what is announced as time passes', () => {
  test('five minutes, one minute and the end, once each', () => {
    const said: string[] = []
    for (let left = 7 * MINUTE; left > -2 * MINUTE; left -= 1_000) {
      const notice = timerNotice(left, left - 1_000)
      if (notice) said.push(notice.text)
    }
    expect(said).toEqual([
      '5 minutes left',
      '1 minute left',
      'Time is up. Nothing closes: finish what you are writing.',
    ])
  })

  test('a laptop that slept says only how things are now', () => {
    expect(timerNotice(9 * MINUTE, 30_000)).toEqual({ text: '1 minute left', kind: 'last' })
    expect(timerNotice(9 * MINUTE, -1_000)?.text).toMatch(/Time is up/)
  })

  test('a clock that was over when the page opened is not news', () => {
    expect(timerNotice(-1_000, -2_000)).toBeUndefined()
  })

  test('a step that closes at zero says so', () => {
    expect(timerNotice(500, -500, true)?.text).toBe('Time is up. This step is closed: you have ten seconds to finish.')
  })

  test('minutes that were added, also to a clock that had run out', () => {
    expect(minutesAdded(running(90_000), running(90_000 + 2 * MINUTE), 5_000)).toBe(2)
    expect(minutesAdded(running(90_000), running(200_000 + MINUTE), 200_400)).toBe(1)
    expect(minutesAdded(running(90_000), running(90_000), 5_000)).toBe(0)
    expect(minutesAdded(running(90_000), running(5_000), 5_000), 'ended now').toBe(0)
    expect(minutesAdded({ is: 'paused', leftMs: 1 }, running(MINUTE), 0), 'went on after a pause').toBe(0)
  })
})
