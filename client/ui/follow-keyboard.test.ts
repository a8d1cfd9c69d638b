import { afterEach, expect, test } from 'vitest'
import { followKeyboard } from './follow-keyboard'

/** Amina's phone, 640 px high, whose window does not shrink with its keyboard. */
function phone() {
  const root = document.createElement('html')
  const seen = Object.assign(new EventTarget(), { height: 640, offsetTop: 0, scale: 1 })
  const stop = followKeyboard({ innerHeight: 640, visualViewport: seen as never }, root)
  stops.push(stop)
  const becomes = (now: Partial<typeof seen>) => {
    Object.assign(seen, now)
    seen.dispatchEvent(new Event('resize'))
    return root.style.getPropertyValue('--keyboard')
  }
  return { becomes, stop, root }
}
const stops: (() => void)[] = []
afterEach(() => stops.splice(0).map((stop) => stop()))

test('[L42] what is stuck to the foot of the window stands on the keyboard, and goes down with it', () => {
  const { becomes } = phone()
  expect(becomes({ height: 300 })).toBe('340px')
  expect(becomes({ height: 300, offsetTop: 100 })).toBe('240px')
  expect(becomes({ height: 640, offsetTop: 0 })).toBe('')
})

test("[L42] a browser's own bar is no keyboard, nor is a page that one has pinched larger", () => {
  const { becomes } = phone()
  expect(becomes({ height: 584 })).toBe('')
  expect(becomes({ height: 320, scale: 2 })).toBe('')
})

test('where a browser cannot tell, nothing is said', () => {
  const root = document.createElement('html')
  followKeyboard({ innerHeight: 640, visualViewport: null }, root)()
  expect(root.style.getPropertyValue('--keyboard')).toBe('')
})

test('nothing is left behind', () => {
  const { becomes, stop, root } = phone()
  becomes({ height: 300 })
  stop()
  expect(root.style.getPropertyValue('--keyboard')).toBe('')
  expect(becomes({ height: 200 })).toBe('')
})
