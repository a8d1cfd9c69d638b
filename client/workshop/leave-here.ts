import { type Accessor, createResource } from 'solid-js'
import { type Called, call } from '../connection/call'
import { forgetCopies, unsavedInCopies } from '../connection/forget-copies'
import { sayLeft } from '../connection/left-here'
import { forgetKeptTexts } from './kept-texts'
import { useWorkshopInside } from './workshop-context'

export type Leaving =
  /** The server cannot be told. */
  | { is: 'away'; offline: boolean; unsaved: number }
  /** `saving`: changes that leaving has to wait for. `lost`: what goes with this device's copy, since it cannot be saved. */
  | { is: 'here'; saving: number; lost: { changes: number; texts: number } }

export type LeaveHere = {
  state: Accessor<Leaving>
  /** Gives up the seat; `left` closes the page's rooms, and then everything of this member on this device goes. */
  leave(left: () => void): Promise<Called<unknown>>
}

/**
 * Leaving a workshop on this device only: the member and what they wrote stay in the workshop. What would be lost is
 * looked up anew whenever somebody asks.
 */
export function createLeaveHere(isAsked: Accessor<boolean>): LeaveHere {
  const { workshop, notAdded, openRooms, leaving } = useWorkshopInside()
  const [, setLeaving] = leaving
  const memberId = workshop.me().id
  const [waiting] = createResource(
    () => isAsked() && [...openRooms()],
    (rooms) => unsavedInCopies(memberId, rooms),
    { initialValue: 0 },
  )
  const state = (): Leaving => {
    const status = workshop.status()
    const unsaved = 'unsaved' in status ? status.unsaved : 0
    if (status.is === 'offline' || status.is === 'connecting') {
      return { is: 'away', offline: status.is === 'offline', unsaved }
    }
    const isSaving = status.is === 'live'
    const changes = waiting.latest + (isSaving ? 0 : unsaved)
    return { is: 'here', saving: isSaving ? unsaved : 0, lost: { changes, texts: notAdded.items().length } }
  }
  return {
    state,
    async leave(left) {
      const { id } = workshop
      // those who share this device leave it together
      const together = workshop.stage.seats.filter((members) => members.includes(memberId)).flat()
      const all = [...new Set([memberId, ...together])]
      // the server closes the rooms of this device before it answers
      setLeaving(true)
      const called = await call('POST', '/api/me/leave', { body: { workshopId: id } })
      setLeaving(called.ok)
      if (!called.ok) return called
      for (const member of all) sayLeft(member)
      left()
      for (const member of all) forgetKeptTexts(member)
      await Promise.all(all.map((member) => forgetCopies(member)))
      return called
    },
  }
}
