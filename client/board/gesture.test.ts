import { beforeEach, describe, expect, test } from 'vitest'
import { layoutCanvas } from '../../shared/layout/canvas-layout'
import { aCanvas, aCluster, aNote, aSection } from '../../shared/layout/testing/canvases'
import type { Point } from './crossing'
import { Gesture } from './gesture'
import { boxOf } from './items-at'
import type { Press, Surface } from './surface'

const layout = layoutCanvas(
  aCanvas([
    aSection(
      'way',
      { x: 0, y: 0, w: 1600, h: 520 },
      { notes: [aNote('bids'), aNote('pilot')], clusters: [aCluster('returns', [aNote('hours'), aNote('numbers')])] },
    ),
  ]),
)

/** A surface that writes down what it was asked to do. */
function aSurface(options: { open?: boolean; sections?: boolean; locked?: readonly string[] } = {}) {
  const asked: string[] = []
  let selected: readonly string[] = []
  const surface: Surface = {
    layout: () => layout,
    selected: () => selected,
    select(ids) {
      selected = ids
    },
    movable: (ids) => ((options.open ?? true) ? ids.filter((id) => !options.locked?.includes(id)) : []),
    mayWrite: () => options.open ?? true,
    lift: (ids, by, target) => asked.push(`lift ${ids.join('+')} by ${by.x},${by.y} over ${target}`),
    settle: () => asked.push('settle'),
    brush: (frame) => asked.push(frame ? `brush ${frame.w}x${frame.h}` : 'brush over'),
    pan: (by) => asked.push(`pan ${by.x},${by.y}`),
    edit: (id) => asked.push(`edit ${id}`),
    dropped(ids, drop, stays) {
      asked.push(`dropped ${ids.join('+')} with its corner at ${drop.corner.x},${drop.corner.y}`)
      if (stays.length > 0) asked.push(`stays ${stays.join('+')}`)
    },
    refused: (ids) => asked.push(`refused ${ids.join('+')}`),
    addNoteAt: (at) => asked.push(`note at ${at.x},${at.y}`),
    maySections: () => options.sections ?? false,
    zoom: () => 1,
    reframed: (id, how, { x, y, w, h }) => asked.push(`${how} ${id} ${x},${y} ${w}x${h}`),
    folded: (id) => asked.push(`fold ${id}`),
  }
  return { surface, asked, selection: () => selected }
}

function press(at: Point, more: Partial<Press> = {}): Press {
  return { at, screen: at, add: false, touch: false, ...more }
}

function on(id: string): Point {
  const box = boxOf(layout, id)
  if (!box) throw new Error(`${id} is not drawn`)
  return { x: box.x + 20, y: box.y + 10 }
}

const bare = { x: -100, y: -100 }
let world: ReturnType<typeof aSurface>
let gesture: Gesture

beforeEach(() => {
  world = aSurface()
  gesture = new Gesture(world.surface)
})

function click(at: Point, more: Partial<Press> = {}): void {
  gesture.down(press(at, more))
  gesture.up(press(at, more))
}

function drag(from: Point, by: Point, more: Partial<Press> = {}): void {
  gesture.down(press(from, more))
  gesture.move(press({ x: from.x + by.x / 2, y: from.y + by.y / 2 }, more), true)
  gesture.move(press({ x: from.x + by.x, y: from.y + by.y }, more), true)
}

describe('clicking', () => {
  test('selects what is under it: a note before the cluster it lies in', () => {
    click(on('hours'))
    expect(world.selection()).toEqual(['hours'])
    click(on('returns'))
    expect(world.selection()).toEqual(['returns'])
  })

  test('with Shift adds and takes away; on the ground selects nothing', () => {
    click(on('hours'))
    click(on('bids'), { add: true })
    expect(world.selection()).toEqual(['hours', 'bids'])
    click(on('hours'), { add: true })
    expect(world.selection()).toEqual(['bids'])
    click(bare)
    expect(world.selection()).toEqual([])
  })

  test('a hand that trembles less than a drag is a click', () => {
    gesture.down(press(on('hours')))
    gesture.move(press({ ...on('hours'), x: on('hours').x + 2 }), false)
    gesture.up(press(on('hours')))
    expect(world.selection()).toEqual(['hours'])
    expect(world.asked).toEqual([])
  })

  test('twice: edits an item, adds a note on the ground', () => {
    gesture.doubleClick(on('hours'))
    gesture.doubleClick(bare)
    expect(world.asked).toEqual(['edit hours', 'note at -100,-100'])
  })
})

describe('dragging', () => {
  test('[B2] however far it goes, a note is dropped once, at the end, and selects nothing', () => {
    drag(on('bids'), { x: 300, y: 40 })
    gesture.up(press({ x: on('bids').x + 300, y: on('bids').y + 40 }))
    const dropped = world.asked.filter((line) => line.startsWith('dropped'))
    const box = boxOf(layout, 'bids')
    expect(dropped).toEqual([`dropped bids with its corner at ${(box?.x ?? 0) + 300},${(box?.y ?? 0) + 40}`])
    expect(world.asked.at(-1)).toBe('settle')
    expect(world.selection()).toEqual([])
  })

  test('a note of a selection takes the other notes along, another goes alone', () => {
    click(on('hours'))
    click(on('bids'), { add: true })
    drag(on('bids'), { x: 40, y: 0 })
    gesture.cancel()
    drag(on('pilot'), { x: 40, y: 0 })
    const lifted = world.asked.filter((line) => line.startsWith('lift')).map((line) => line.split(' ')[1])
    expect([...new Set(lifted)]).toEqual(['bids+hours', 'pilot'])
  })

  test('[B29] a cluster takes a note of another place along, but not its own, which goes in it', () => {
    click(on('returns'))
    click(on('hours'), { add: true })
    click(on('bids'), { add: true })
    drag(on('returns'), { x: 40, y: 0 })
    expect(world.asked.at(-1)).toMatch(/^lift returns\+bids by 40,0/)
    gesture.cancel()
    drag(on('hours'), { x: 40, y: 0 })
    expect(world.asked.at(-1)).toMatch(/^lift returns\+bids by 40,0/)
  })

  test('[B29] what is locked stays, unless it is what was pressed: then all does', () => {
    world = aSurface({ locked: ['pilot'] })
    gesture = new Gesture(world.surface)
    click(on('bids'))
    click(on('pilot'), { add: true })
    drag(on('bids'), { x: 400, y: 40 })
    gesture.up(press(bare))
    expect(world.asked.slice(-3)).toEqual([expect.stringMatching(/^dropped bids/), 'stays pilot', 'settle'])
    drag(on('pilot'), { x: 400, y: 40 })
    expect(world.asked.at(-1)).toBe('refused pilot')
  })

  test('Escape puts everything back and drops nothing', () => {
    drag(on('bids'), { x: 300, y: 40 })
    gesture.cancel()
    gesture.up(press(bare))
    expect(world.asked.filter((line) => line.startsWith('dropped'))).toEqual([])
    expect(world.asked).toContain('settle')
  })

  test('what may not be moved stays, and the person is told', () => {
    world = aSurface({ open: false })
    gesture = new Gesture(world.surface)
    drag(on('bids'), { x: 300, y: 40 })
    gesture.up(press(bare))
    expect(world.asked).toEqual(['refused bids'])
  })

  test('from the ground draws a frame that selects the notes it touches', () => {
    const box = boxOf(layout, 'bids')
    drag({ x: -10, y: -10 }, { x: (box?.x ?? 0) + 30, y: (box?.y ?? 0) + 30 })
    gesture.up(press(bare))
    expect(world.selection()).toEqual(['bids'])
    expect(world.asked.at(-1)).toBe('brush over')
  })
})

describe('a finger', () => {
  test('moves the canvas, even when it starts on a note', () => {
    drag(on('bids'), { x: 30, y: 0 }, { touch: true })
    expect(world.asked.every((line) => line.startsWith('pan'))).toBe(true)
  })

  test('moves it as far as it goes, though the camera reports the pointer again', () => {
    let panned = 0
    const { surface } = world
    const again: Gesture = new Gesture({
      ...surface,
      pan(by) {
        panned += by.x
        again.move(press({ x: 150, y: 0 }, { touch: true }), true)
      },
    })
    again.down(press({ x: 50, y: 0 }, { touch: true }))
    again.move(press({ x: 60, y: 0 }, { touch: true }), true)
    again.move(press({ x: 150, y: 0 }, { touch: true }), true)
    expect(panned).toBe(90)
  })

  test('moves a note that was selected before', () => {
    click(on('bids'), { touch: true })
    drag(on('bids'), { x: 30, y: 0 }, { touch: true })
    expect(world.asked.some((line) => line.startsWith('lift bids'))).toBe(true)
  })
})

describe('[B20] what folds a cluster is pressed, not dragged', () => {
  const returns = boxOf(layout, 'returns') ?? { x: 0, y: 0, w: 0, h: 0 }
  const mark = { x: returns.x + returns.w - 20, y: returns.y + 20 }

  test('a press on its mark folds it and leaves the selection as it was', () => {
    click(mark)
    expect(world.asked).toEqual(['fold returns'])
    expect(world.selection()).toEqual([])
  })

  test('dragged there, the cluster moves', () => {
    drag(mark, { x: 40, y: 0 })
    expect(world.asked.at(-1)).toMatch(/^lift returns/)
  })

  test('the line of a folded cluster opens it', () => {
    const folded = layoutCanvas(
      aCanvas([
        aSection('way', { x: 0, y: 0, w: 800, h: 520 }, { clusters: [aCluster('c', [aNote('n')], { folded: true })] }),
      ]),
    )
    const { surface, asked } = aSurface()
    const machine = new Gesture({ ...surface, layout: () => folded })
    const box = folded.clusters.get('c' as never)
    const at = { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + (box?.head ?? 0) + 8 }
    machine.down(press(at))
    machine.up(press(at))
    expect(asked).toEqual(['fold c'])
  })
})

describe('[B22] facilitators move a section by its heading and size it by its corner', () => {
  const heading = { x: 30, y: 20 }
  const corner = () => {
    const { x, y, w, h } = boxOf(layout, 'way') ?? { x: 0, y: 0, w: 0, h: 0 }
    return { x: x + w - 6, y: y + h - 6 }
  }
  const letGo = (from: Point, by: Point) => {
    drag(from, by)
    gesture.up(press({ x: from.x + by.x, y: from.y + by.y }))
  }
  beforeEach(() => {
    world = aSurface({ sections: true })
    gesture = new Gesture(world.surface)
  })

  test('a click on its heading selects it; only then does a drag move it, in one step at the end', () => {
    letGo(heading, { x: 200, y: 40 })
    expect(world.asked.some((what) => what.startsWith('move'))).toBe(false)
    click(heading)
    expect(world.selection()).toEqual(['way'])
    letGo(heading, { x: 200, y: 40 })
    expect(world.asked.filter((what) => what.startsWith('move'))).toEqual(['move way 200,40 1600x520'])
  })

  test('its corner changes the size, never below what a cluster needs', () => {
    click(heading)
    letGo(corner(), { x: 100, y: 60 })
    expect(world.asked.at(-1)).toBe('resize way 0,0 1700x580')
    letGo(corner(), { x: -5_000, y: -5_000 })
    expect(world.asked.at(-1)).toBe('resize way 0,0 412x120')
  })

  test('Escape leaves it as it is', () => {
    click(heading)
    drag(heading, { x: 200, y: 40 })
    gesture.cancel()
    expect(world.asked.at(-1)).toBe('brush over')
  })

  test('for a participant a heading is ground', () => {
    world = aSurface()
    gesture = new Gesture(world.surface)
    click(heading)
    expect(world.selection()).toEqual([])
  })
})
