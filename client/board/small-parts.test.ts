import { describe, expect, test } from 'vitest'
import { aCanvas, aCluster, aNote, aSection } from '../../shared/layout/testing/canvases'
import { commandOf } from './board-keys'
import { cameraRound } from './camera'
import { describeItem } from './describe-item'

const key = (name: string, more: object = {}) => ({
  key: name,
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
})
