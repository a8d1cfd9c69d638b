import { createEffect, createMemo, createRoot, createSignal } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { createKeyed, createSteady } from './steady'

/** Reads inside an owner; what is read again is written down. */
function following<T>(read: () => T) {
  const heard: T[] = []
  createEffect(() => {
    heard.push(read())
  })
  return heard
}

describe('[L60] readers are told of what is theirs', () => {
  test('a steady answer is told when it is another one', () => {
    const [seconds, setSeconds] = createSignal(1)
    const { heard, dispose } = createRoot((dispose) => {
      const isLate = createSteady(() => seconds() > 2)
      return { heard: following(isLate), dispose }
    })
    for (const now of [2, 3, 4, 1]) setSeconds(now)
    expect(heard).toEqual([false, true, false])
    dispose()
  })

  test('by key, each hears of its own: what comes, what changes, what goes', () => {
    const [people, setPeople] = createSignal(new Map([['lift', 'Jon']]))
    const { lift, ramp, dispose } = createRoot((dispose) => {
      const typistIn = createKeyed<string, string>(people)
      return { lift: following(() => typistIn('lift')), ramp: following(() => typistIn('ramp')), dispose }
    })
    setPeople(new Map([['lift', 'Jon']]))
    setPeople(
      new Map([
        ['lift', 'Jon'],
        ['ramp', 'Amina'],
      ]),
    )
    setPeople(new Map([['ramp', 'Fay']]))
    setPeople(new Map())
    expect(lift).toEqual(['Jon', undefined])
    expect(ramp).toEqual([undefined, 'Amina', 'Fay', undefined])
    dispose()
  })

  test('whoever reads it again and again goes on hearing of it', () => {
    const [people, setPeople] = createSignal(new Map<string, string>())
    const [other, setOther] = createSignal(0)
    const { heard, dispose } = createRoot((dispose) => {
      const typistIn = createKeyed<string, string>(people)
      const both = createMemo(() => `${other()} ${typistIn('lift') ?? 'nobody'}`)
      return { heard: following(both), dispose }
    })
    setOther(1)
    setPeople(new Map([['lift', 'Jon']]))
    setOther(2)
    setPeople(new Map())
    expect(heard).toEqual(['0 nobody', '1 nobody', '1 Jon', '2 Jon', '2 nobody'])
    dispose()
  })
})
