import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { bindText, isPlainEnter, type TextBindingOptions, type TextFieldElement } from './text-binding'

const unbinds: (() => void)[] = []
afterEach(() => {
  for (const unbind of unbinds.splice(0)) unbind()
  document.body.replaceChildren()
})

/** A person's field on their own document. */
function person(options: TextBindingOptions & { words?: string; tag?: 'textarea' | 'input' } = {}) {
  const doc = new Y.Doc()
  const text = doc.getText('note')
  if (options.words) text.insert(0, options.words)
  const field = document.createElement(options.tag ?? 'textarea') as TextFieldElement
  document.body.append(field)
  const unbind = bindText(field, text, options)
  unbinds.push(unbind)
  field.focus()
  return { doc, text, field, unbind }
}
type Person = ReturnType<typeof person>

/** Two people whose documents hear each other as soon as `exchange` is called. */
function twoPeople(words = '') {
  const amina = person({ words })
  const jon = person()
  const exchange = () => {
    Y.applyUpdate(jon.doc, Y.encodeStateAsUpdate(amina.doc, Y.encodeStateVector(jon.doc)))
    Y.applyUpdate(amina.doc, Y.encodeStateAsUpdate(jon.doc, Y.encodeStateVector(amina.doc)))
  }
  exchange()
  amina.field.focus()
  return { amina, jon, exchange }
}

/** What a browser does with keys: changes the value, puts the caret behind, says so. */
function put(
  { field }: Person,
  words: string,
  from = field.selectionStart ?? 0,
  to = field.selectionEnd ?? from,
): void {
  field.setRangeText(words, from, to, 'end')
  field.dispatchEvent(new InputEvent('input', { data: words }))
}

function compose({ field }: Person, step: 'start' | 'end'): void {
  field.dispatchEvent(new CompositionEvent(`composition${step}`))
}

describe('typing', () => {
  test('goes to the shared text as the smallest change', () => {
    const amina = person({ words: 'The lift is broken' })
    const deltas: unknown[] = []
    amina.text.observe((event) => deltas.push(event.delta))
    put(amina, 'often ', 12, 12)
    expect(amina.text.toString()).toBe('The lift is often broken')
    expect(deltas).toEqual([[{ retain: 12 }, { insert: 'often ' }]])
  })

  test('a doubled letter goes in where the caret is', () => {
    const amina = person({ words: 'helo' })
    const deltas: unknown[] = []
    amina.text.observe((event) => deltas.push(event.delta))
    put(amina, 'l', 2, 2)
    expect(amina.text.toString()).toBe('hello')
    expect(deltas).toEqual([[{ retain: 2 }, { insert: 'l' }]])
  })

  test('an emoji is never cut in half', () => {
    const amina = person({ words: 'sad 😀 day' })
    put(amina, '😁', 4, 6)
    expect(amina.text.toString()).toBe('sad 😁 day')
  })

  test('text that was there before binding is shown, and nothing is typed by binding', () => {
    let typed = 0
    const amina = person({
      words: 'Four returns',
      onTyping: () => {
        typed += 1
      },
    })
    expect(amina.field.value).toBe('Four returns')
    expect(typed).toBe(0)
  })
})

describe('what others write', () => {
  test('appears at once, and the caret stays at its words', () => {
    const { amina, jon, exchange } = twoPeople('returns')
    amina.field.setSelectionRange(3, 3)
    put(jon, 'Four ', 0, 0)
    exchange()
    expect(amina.field.value).toBe('Four returns')
    expect(amina.field.selectionStart).toBe(8)
  })

  test('a selection keeps its words while somebody types before and in it', () => {
    const { amina, jon, exchange } = twoPeople('one two three')
    amina.field.setSelectionRange(4, 7)
    put(jon, 'zero ', 0, 0)
    put(jon, 'X', 10, 10)
    exchange()
    const { selectionStart, selectionEnd, value } = amina.field
    expect(value).toBe('zero one tXwo three')
    expect(value.slice(selectionStart ?? 0, selectionEnd ?? 0)).toBe('tXwo')
  })

  test('both keep their words when they type in one note', () => {
    const { amina, jon, exchange } = twoPeople('The lift')
    put(amina, ' is broken', 8, 8)
    put(jon, 'Still: ', 0, 0)
    exchange()
    expect(amina.field.value).toBe('Still: The lift is broken')
    expect(jon.field.value).toBe(amina.field.value)
  })
})

describe('composition [TRAPS 27]', () => {
  test('the field is left alone while it lasts, and what others wrote is merged when it ends', () => {
    const { amina, jon, exchange } = twoPeople('bids')
    compose(amina, 'start')
    put(amina, 'an', 0, 0)
    put(jon, ' are late', 4, 4)
    exchange()
    expect(amina.field.value).toBe('anbids')
    put(amina, 'Annual ', 0, 2)
    exchange()
    expect(amina.field.value).toBe('Annual bids')
    compose(amina, 'end')
    expect(amina.field.value).toBe('Annual bids are late')
    expect(amina.field.selectionStart).toBe(7)
    exchange()
    expect(jon.field.value).toBe('Annual bids are late')
  })

  test('others see it grow', () => {
    const { amina, jon, exchange } = twoPeople()
    compose(amina, 'start')
    put(amina, 'fun')
    exchange()
    expect(jon.field.value).toBe('fun')
  })

  test('words that others put into what is being replaced stay', () => {
    const { amina, jon, exchange } = twoPeople('abcdef')
    compose(amina, 'start')
    put(jon, 'XY', 3, 3)
    exchange()
    put(amina, 'q', 1, 5)
    compose(amina, 'end')
    exchange()
    expect(amina.field.value).toBe('aqXYf')
    expect(jon.field.value).toBe('aqXYf')
  })

  test('one that loses its field ends there', () => {
    const { amina, jon, exchange } = twoPeople('a')
    compose(amina, 'start')
    put(jon, 'b', 1, 1)
    exchange()
    expect(amina.field.value).toBe('a')
    amina.field.blur()
    expect(amina.field.value).toBe('ab')
  })

  test('Enter that ends it is not Enter', () => {
    expect(isPlainEnter(new KeyboardEvent('keydown', { key: 'Enter' }))).toBe(true)
    expect(isPlainEnter(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }))).toBe(false)
    expect(isPlainEnter(new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true }))).toBe(false)
  })

  test('one that does not fit is taken back as a whole and handed over', () => {
    const tooLong: string[] = []
    const amina = person({ words: '12345678', maxLength: 10, onTooLong: (words) => tooLong.push(words) })
    compose(amina, 'start')
    put(amina, 'abc', 8, 8)
    compose(amina, 'end')
    expect(amina.text.toString()).toBe('12345678')
    expect(amina.field.value).toBe('12345678')
    expect(tooLong).toEqual(['abc'])
  })
})

describe('the limit', () => {
  test('a paste over it is refused as a whole, and said', () => {
    const tooLong: string[] = []
    const amina = person({ words: '12345', maxLength: 10, onTooLong: (words) => tooLong.push(words) })
    const paste = new Event('paste', { cancelable: true })
    Object.assign(paste, { clipboardData: { getData: () => '123456' } })
    amina.field.setSelectionRange(5, 5)
    amina.field.dispatchEvent(paste)
    expect(paste.defaultPrevented).toBe(true)
    expect(tooLong).toEqual(['123456'])
    expect(amina.text.toString()).toBe('12345')
  })

  test('a paste that fits because it replaces is let through', () => {
    const amina = person({ words: '1234567890', maxLength: 10 })
    amina.field.setSelectionRange(0, 4)
    const event = new InputEvent('beforeinput', { data: 'abcd', inputType: 'insertFromPaste', cancelable: true })
    amina.field.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
  })

  test('a key too many does nothing', () => {
    const amina = person({ words: '1234567890', maxLength: 10 })
    const event = new InputEvent('beforeinput', { data: 'x', inputType: 'insertText', cancelable: true })
    amina.field.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
  })
})

describe('the field’s own undo', () => {
  const undo = ({ field }: Person, inputType: 'historyUndo' | 'historyRedo') => {
    const event = new InputEvent('beforeinput', { inputType, cancelable: true })
    field.dispatchEvent(event)
    return event.defaultPrevented
  }

  test('takes back own words and leaves those of others', () => {
    const { amina, jon, exchange } = twoPeople('The lift')
    put(amina, ' is broken', 8, 8)
    exchange()
    put(jon, 'Still: ', 0, 0)
    exchange()
    expect(undo(amina, 'historyUndo')).toBe(true)
    expect(amina.field.value).toBe('Still: The lift')
    undo(amina, 'historyRedo')
    expect(amina.field.value).toBe('Still: The lift is broken')
  })

  test('answers to the keys, and keeps them from the page', () => {
    const amina = person({ words: '' })
    put(amina, 'abc')
    let reached = false
    document.body.addEventListener('keydown', () => {
      reached = true
    })
    amina.field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }),
    )
    expect(amina.field.value).toBe('')
    expect(reached).toBe(false)
  })
})

describe('a field of one line', () => {
  test('shows text with line breaks and types in the right place', () => {
    const amina = person({ words: 'one\ntwo\r\nthree', tag: 'input' })
    expect(amina.field.value).toBe('onetwothree')
    put(amina, 'X', 6, 6)
    expect(amina.text.toString()).toBe('one\ntwoX\r\nthree')
  })
})

test('after unbinding neither side hears the other', () => {
  const amina = person({ words: 'abc' })
  amina.unbind()
  put(amina, 'X', 0, 0)
  amina.text.insert(0, 'Y')
  expect(amina.text.toString()).toBe('Yabc')
  expect(amina.field.value).toBe('Xabc')
})
