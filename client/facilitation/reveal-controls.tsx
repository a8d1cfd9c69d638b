import { Show } from 'solid-js'
import { privateStep } from '../../shared/domain/private-writing'
import { privateText } from '../text/private-writing'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useWorkshop } from '../workshop/workshop-context'

const words = privateText.reveal

type Give = (path: string) => void

/** How many private notes there are to show in the current step; undefined where there is nothing to ask about. */
export function useUnshown(): () => number | undefined {
  const workshop = useWorkshop()
  return () => {
    const step = privateStep(workshop.stage.stage)
    const { writing } = workshop.stage
    if (!step || workshop.stage.workshop?.attribution !== 'named') return undefined
    if (writing?.stepId !== step.id) return 0
    return writing.revealAt === null ? writing.notes : undefined
  }
}

/** Shows everybody's private notes, and within the ten seconds calls it off. */
export function RevealControls(props: { give: Give; waiting: object }) {
  const workshop = useWorkshop()
  const unshown = useUnshown()
  const isComing = () => typeof workshop.stage.writing?.revealAt === 'number'
  return (
    <Show
      when={!isComing()}
      fallback={
        <Button small strong {...props.waiting} onClick={() => props.give('reveal/call-off')}>
          {words.callOff}
        </Button>
      }
    >
      <Show when={unshown() !== undefined}>
        <Button small kind="main" {...props.waiting} onClick={() => props.give('reveal')}>
          {words.button(unshown() ?? 0)}
        </Button>
      </Show>
    </Show>
  )
}

/** Before *Next* takes everybody away from notes that nobody has seen. */
export function RevealQuestion(props: { count: number; open: boolean; onClose: () => void; give: Give }) {
  const choose = (path: string) => {
    props.onClose()
    props.give(path)
  }
  return (
    <Dialog
      open={props.open}
      size="small"
      title={words.ask(props.count)}
      description={words.askText}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => choose('steps/next')}>{words.goOn}</Button>
          <Button kind="main" onClick={() => choose('reveal')}>
            {words.stay}
          </Button>
        </>
      }
    />
  )
}
