import { createEffect } from 'solid-js'
import type { Workshop } from '../../workshop/contract'

const contacts = new Map<string, string>()

/** Keeps who to ask, for the page that is left when the workshop closes for somebody: by then it cannot be read any more. */
export function rememberContact(workshop: Workshop): void {
  createEffect(() => {
    const { contact = '', runBy = '' } = workshop.stage.workshop ?? {}
    contacts.set(workshop.id, contact || runBy)
  })
}

export function lastContact(workshopId: string): string | undefined {
  return contacts.get(workshopId) || undefined
}
