import { createEffect, on } from 'solid-js'
import { peopleText } from '../../text/people'
import { showToast } from '../../ui/toast'
import { useWorkshop } from '../workshop-context'

/** Tells somebody, wherever they are, that they lead now, or that they do not any more: buttons come and go at the same moment. */
export function RoleNews() {
  const workshop = useWorkshop()
  createEffect(
    on(
      () => workshop.me().role,
      (now, before) => {
        if (before === undefined || now === before || workshop.me().preview) return
        showToast({
          text: now === 'facilitator' ? peopleText.role.nowFacilitator : peopleText.role.nowParticipant,
          about: 'step',
        })
      },
    ),
  )
  return null
}
