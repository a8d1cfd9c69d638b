import { For, type JSX, Show } from 'solid-js'
import { currentStep } from '../../../shared/domain/agenda'
import type { Brief } from '../../../shared/domain/workshop'
import { workshopShellText as words } from '../../text/workshop-shell'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { InlineNotice } from '../../ui/notice'
import { useWorkshop } from '../workshop-context'
import styles from './brief-dialog.module.css'

export type BriefReading = 'first' | 'again'

/** What the workshop is about. Shown once after joining; who comes late also sees what has been done and what to do now. */
export function BriefDialog(props: {
  open: boolean
  reading: BriefReading
  onClose: () => void
  /** For facilitators. */
  onEdit?: () => void
  /** Counts of what there is, for who comes late. */
  doneSoFar?: JSX.Element
}) {
  const workshop = useWorkshop()
  const brief = () => workshop.stage.workshop
  const at = () => currentStep(workshop.stage.stage)
  const late = () => {
    const now = at()
    if (props.reading === 'again' || !now) return undefined
    return now.index > 0 || workshop.stage.stage.timer.is !== 'ready' ? now : undefined
  }
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={brief()?.title ?? words.briefTitle}
      description={props.reading === 'first' && !late() ? words.welcome : undefined}
      actions={
        <>
          <Show when={props.onEdit}>{(edit) => <Button onClick={() => edit()()}>{words.editBrief}</Button>}</Show>
          <Button kind="main" onClick={() => props.onClose()}>
            {props.reading === 'first' ? words.startNow : words.close}
          </Button>
        </>
      }
    >
      <Show when={late()}>
        {(now) => (
          <InlineNotice>
            {words.welcomeLate(now().index, workshop.stage.stage.steps.length, lowerFirst(now().step.title))}
          </InlineNotice>
        )}
      </Show>
      <Show when={brief()}>{(text) => <BriefText brief={text()} />}</Show>
      <Show when={late()}>
        {(now) => (
          <div class={styles.late}>
            <section>
              <h3>{words.doneSoFar}</h3>
              {props.doneSoFar}
            </section>
            <section>
              <h3>{words.doNow}</h3>
              <p>
                <strong>{now().step.title}</strong>
              </p>
              <p>{now().step.prompt}</p>
            </section>
          </div>
        )}
      </Show>
    </Dialog>
  )
}

/** Purpose; fixed, open, unknown; who runs it. What was not written is left out. */
export function BriefText(props: { brief: Brief }) {
  const movable = () =>
    [
      { term: words.fixed, text: props.brief.fixed },
      { term: words.open, text: props.brief.open },
      { term: words.unknown, text: props.brief.unknown },
    ].filter((line) => line.text !== '')
  const runs = () => [props.brief.runBy, props.brief.contact].filter((part) => part !== '').join(' · ')
  return (
    <dl class={styles.brief}>
      <BriefLine term={words.purpose} text={props.brief.purpose || words.briefEmpty} wide />
      <For each={movable()}>{(line) => <BriefLine term={line.term} text={line.text} />}</For>
      <BriefLine term={words.runsThis} text={runs() || words.runByUnknown} wide />
    </dl>
  )
}

function BriefLine(props: { term: string; text: string; wide?: boolean }) {
  return (
    <div class={props.wide ? styles.wide : styles.line}>
      <dt>{props.term}</dt>
      <dd dir="auto">{props.text}</dd>
    </div>
  )
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
