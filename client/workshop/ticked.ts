import { createSignal } from 'solid-js'

/**
 * What a person ticks and unticks over a set that others change meanwhile: only what was pressed here counts against how it
 * stands now, so that nobody's choice is lost to an older look at it.
 */
export function createTicked<Id>(now: () => readonly Id[]) {
  const [pressed, setPressed] = createSignal<ReadonlyMap<Id, boolean>>(new Map())
  const isOn = (id: Id) => pressed().get(id) ?? now().includes(id)
  return {
    isOn,
    press: (id: Id, on: boolean) => void setPressed((all) => new Map(all).set(id, on)),
    /** Of these, those that are on, with those already there in their order. */
    of(all: readonly Id[]): Id[] {
      const there = now().filter((id) => all.includes(id))
      return [...there, ...all.filter((id) => !there.includes(id))].filter(isOn)
    },
  }
}
