import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { pick, seeded, seedsToRun } from '../../shared/testing/random'
import { bindText } from './text-binding'

const STEPS = 120
const WORDS = ['a', 'be', 'lift ', '😀', '\n', 'xyz', 'aa', 'a a']

/** One person at a field, who types, selects, deletes and composes as chance has it. */
class Typist {
  readonly doc = new Y.Doc()
  readonly field = document.createElement('textarea')
  readonly outbox: Uint8Array[] = []
  #composition: { from: number; to: number } | undefined

  constructor(
    private readonly random: () => number,
    first: number,
  ) {
    this.doc.clientID = first
    document.body.append(this.field)
    bindText(this.field, this.text)
    this.doc.on('update', (update, origin) => origin !== 'other' && this.outbox.push(update))
  }

  get text(): Y.Text {
    return this.doc.getText('note')
  }

  step(): void {
    const chance = this.random()
    if (this.#composition) {
      if (chance < 0.4) this.#endComposition()
      else this.#compose()
    } else if (chance < 0.25) {
      this.field.dispatchEvent(new CompositionEvent('compositionstart'))
      const at = this.#somewhere()
      this.#composition = { from: at, to: at }
      this.#compose()
    } else if (chance < 0.85) this.#replace(this.#somewhere(), pick(this.random, WORDS) ?? '')
    else {
      const inputType = this.random() < 0.6 ? 'historyUndo' : 'historyRedo'
      this.field.dispatchEvent(new InputEvent('beforeinput', { inputType, cancelable: true }))
    }
  }

  finish(): void {
    if (this.#composition) this.#endComposition()
  }

  /** The words being composed are replaced by the next guess, and the field must not have moved under them. */
  #compose(): void {
    const composition = this.#composition
    if (!composition) return
    const guess = pick(this.random, WORDS) ?? ''
    this.#put(guess, composition.from, composition.to)
    composition.to = composition.from + guess.length
  }

  #endComposition(): void {
    this.#composition = undefined
    this.field.dispatchEvent(new CompositionEvent('compositionend'))
  }

  #replace(from: number, words: string): void {
    const most = this.field.value.length
    const to = this.random() < 0.5 ? from : Math.min(most, from + Math.floor(this.random() * 6))
    this.#put(words, from, whole(this.field.value, to))
  }

  #somewhere(): number {
    return whole(this.field.value, Math.floor(this.random() * (this.field.value.length + 1)))
  }

  #put(words: string, from: number, to: number): void {
    this.field.setRangeText(words, from, to, 'end')
    const before = this.field.value
    this.field.dispatchEvent(new InputEvent('input'))
    expect(this.field.value, 'typing must not change what was typed').toBe(before)
  }
}

/** No caret stands between the two halves of an emoji. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at
}

describe('two fields on one text end up alike, whatever is typed, composed and undone', () => {
  test.each(seedsToRun())('seed %i', (seed) => {
    const random = seeded(seed)
    const [amina, jon] = [new Typist(random, 1), new Typist(random, 2)]
    const deliver = (from: Typist, to: Typist) => {
      for (const update of from.outbox.splice(0)) Y.applyUpdate(to.doc, update, 'other')
    }
    for (let step = 0; step < STEPS; step++) {
      pick(random, [amina, jon])?.step()
      if (random() < 0.4) deliver(amina, jon)
      if (random() < 0.4) deliver(jon, amina)
    }
    for (const typist of [amina, jon]) typist.finish()
    deliver(amina, jon)
    deliver(jon, amina)
    expect(amina.field.value).toBe(amina.text.toString())
    expect(jon.field.value).toBe(jon.text.toString())
    expect(amina.field.value).toBe(jon.field.value)
    expect(amina.field.value).not.toContain('\ufffd')
    document.body.replaceChildren()
  })
})
