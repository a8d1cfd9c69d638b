import { For } from 'solid-js'
import { allClusters, allNotes } from '../../../shared/domain/canvas-view'
import { workshopShellText as words } from '../../text/workshop-shell'
import { useWorkshop } from '../workshop-context'
import { useCanvas } from './shared-canvases'

/** What others have made before one came: notes, clusters, actions, as counts. Opens the canvases to count them. */
export function DoneSoFar() {
  const workshop = useWorkshop()
  const canvases = (workshop.stage.workshop?.canvases ?? []).map((canvas) => useCanvas(canvas.id))
  const notes = () => canvases.reduce((sum, canvas) => sum + allNotes(canvas.view).length, 0)
  const clusters = () => canvases.reduce((sum, canvas) => sum + allClusters(canvas.view).length, 0)
  const lines = () => [
    words.counts.notes(notes()),
    words.counts.clusters(clusters()),
    ...(workshop.stage.actions.length > 0 ? [words.counts.actions(workshop.stage.actions.length)] : []),
  ]
  return (
    <ul>
      <For each={lines()}>{(line) => <li>{line}</li>}</For>
    </ul>
  )
}
