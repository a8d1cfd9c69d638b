import { createEffect } from 'solid-js'

/** Says in the window's title where one is: "Sort the notes, list, Homelessness funding, Concordat". Empty parts fall away. */
export function createPageTitle(...parts: (() => string | undefined)[]): void {
  createEffect(() => {
    document.title = [...parts.map((part) => part()), 'Concordat'].filter(Boolean).join(', ')
  })
}
