import { describe, expect, test } from 'vitest'
import { aCanvas, aCluster, aNote, aSection } from '../../shared/layout/testing/canvases'
import { commandOf } from './board-keys'
import { cameraRound, cameraToRead, ZOOM_STEPS, zoomSteps } from './camera'
import { describeItem, findEach, findItem } from './describe-item'

const key = (name: string, more: object = {}) => ({
  key: name,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  ...more,
})

describe('keys', () => {
  test('single letters act alone, and never with Control, Alt or while composing', () => {
    expect(commandOf(key('n'))).toEqual({ do: 'add-note' })
    expect(commandOf(key('M'))).toEqual({ do: 'move' })
    expect(commandOf(key('n', { ctrlKey: true }))).toBeUndefined()
    expect(commandOf(key('n', { altKey: true }))).toBeUndefined()
    expect(commandOf(key('n', { isComposing: true }))).toBeUndefined()
  })

  test('undo and redo by either habit', () => {
    expect(commandOf(key('z', { ctrlKey: true }))).toEqual({ do: 'undo' })
    expect(commandOf(key('Z', { metaKey: true, shiftKey: true }))).toEqual({ do: 'redo' })
    expect(commandOf(key('y', { ctrlKey: true }))).toEqual({ do: 'redo' })
  })

  test('[B33] letters and signs alone can be switched off; keys with a name, and with Control, go on', () => {
    const off = { single: false, carrying: false }
    for (const name of ['n', 'c', 'm', '/', '?', '+', '-', '0']) expect(commandOf(key(name), off)).toBeUndefined()
    expect(commandOf(key('2', { shiftKey: true, code: 'Digit2' }), off)).toBeUndefined()
    expect(commandOf(key('Enter'), off)).toEqual({ do: 'edit' })
    expect(commandOf(key('f', { ctrlKey: true }), off)).toEqual({ do: 'search' })
  })

  test('[B30] while something is carried, keys carry it and do nothing else', () => {
    const carrying = { single: true, carrying: true }
    expect(commandOf(key('ArrowDown'), carrying)).toEqual({ do: 'carry', way: 'down' })
    expect(commandOf(key('Escape'), carrying)).toEqual({ do: 'put-back' })
    expect(commandOf(key('n'), carrying)).toBeUndefined()
    expect(commandOf(key('z', { ctrlKey: true }), carrying)).toBeUndefined()
  })

  test('Shift with 1 and 2, whatever sign that makes here, shows everything and the selection', () => {
    expect(commandOf(key('!', { shiftKey: true, code: 'Digit1' }))).toEqual({ do: 'fit' })
    expect(commandOf(key('"', { shiftKey: true, code: 'Digit2' }))).toEqual({ do: 'fit-selection' })
  })

  test('Shift with an arrow keeps what is selected', () => {
    expect(commandOf(key('ArrowDown', { shiftKey: true }))).toEqual({ do: 'go', to: 'next', extend: true })
  })
})

describe('what a screen reader hears of an item', () => {
  const names = { central: 'Department', local: 'Councils' }
  const view = aCanvas([
    aSection(
      's',
      { x: 0, y: 0, w: 900, h: 300 },
      { notes: [aNote('a', 'Annual\nbids')], clusters: [aCluster('k', [aNote('b', '', { side: null })])] },
    ),
  ])

  test('its words first, then side or count, then place', () => {
    expect(describeItem(view, 'a', names)).toBe('Annual bids. Councils. Not sorted, in What gets in the way?')
    expect(describeItem(view, 'b', names)).toBe('Empty note. No side. In barrier Four returns ask the same questions')
    expect(describeItem(view, 'k', names)).toBe(
      'Barrier: Four returns ask the same questions. 1 note. In What gets in the way?',
    )
    expect(describeItem(view, 's', names)).toBe('Section: What gets in the way?. 2 notes, 1 cluster')
  })
})

describe('what several selected items are', () => {
  const view = aCanvas([
    aSection(
      's',
      { x: 0, y: 0, w: 900, h: 300 },
      { notes: [aNote('a', 'Annual bids')], clusters: [aCluster('k', [aNote('b', 'Four returns')])] },
    ),
  ])

  test('[B18] each as it is found alone, in the order in which it was selected, without those that are gone', () => {
    const ids = ['b', 'gone', 's', 'k', 'a']
    expect(findEach(view, ids)).toEqual(ids.flatMap((id) => findItem(view, id) ?? []))
    expect(findEach(view, ids)).toHaveLength(4)
  })

  test('[B18] one look at the canvas serves them all', () => {
    let looks = 0
    const counted = new Proxy(view, {
      get: (target, key) => {
        if (key === 'sections') looks += 1
        return Reflect.get(target, key)
      },
    })
    findEach(counted, ['a', 'b', 'k'])
    expect(looks).toBe(1)
  })
})

describe('the camera on opening', () => {
  test('shows the whole canvas above the tools, never larger than life', () => {
    const frame = { x: 0, y: 0, w: 1600, h: 900 }
    for (const [w, h] of [
      [1440, 800],
      [700, 650],
      [390, 700],
      [4000, 3000],
    ] as const) {
      const { x, y, z } = cameraRound(frame, { w, h, covered: 84 })
      expect((frame.x + x) * z).toBeGreaterThanOrEqual(0)
      expect((frame.x + frame.w + x) * z).toBeLessThanOrEqual(w)
      expect((frame.y + y) * z).toBeGreaterThanOrEqual(0)
      expect((frame.y + frame.h + y) * z).toBeLessThanOrEqual(h - 84)
      expect(z).toBeLessThanOrEqual(1)
    }
  })

  test('[B34] a section of 150 notes is gone to so that they can be read, from its start', () => {
    const screen = { w: 1440, h: 700, covered: 84 }
    const section = { x: 300, y: 200, w: 3_900, h: 1_500 }
    const { x, y, z } = cameraToRead(section, screen)
    expect(z).toBe(0.6)
    expect((section.x + x) * z).toBeCloseTo(26)
    expect((section.y + y) * z).toBeCloseTo(19.5)
    const small = { x: 300, y: 200, w: 900, h: 500 }
    expect(cameraToRead(small, screen)).toEqual(cameraRound(small, screen))
    const tall = { x: 0, y: 0, w: 1_000, h: 3_000 }
    expect((tall.w / 2 + cameraToRead(tall, screen).x) * 0.6).toBeCloseTo(720)
  })

  test('[B34] a canvas too large for the least zoom is seen whole all the same, and one can go back to it', () => {
    const frame = { x: 0, y: 0, w: 40_000, h: 12_000 }
    const { z, x } = cameraRound(frame, { w: 390, h: 700, covered: 84 })
    expect((frame.w + x) * z).toBeLessThanOrEqual(390)
    expect(zoomSteps(z)[0]).toBe(z)
    expect(zoomSteps(0.5)).toBe(ZOOM_STEPS)
  })
})
