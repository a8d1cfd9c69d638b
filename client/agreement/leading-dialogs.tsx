import { createSignal, Show } from 'solid-js'
import { actionName, notAnswered, type PutAction } from '../../shared/domain/action'
import type { Called } from '../connection/call'
import { agreementText } from '../text/agreement'
import { ConfirmDialog } from '../ui/dialog'
import { InlineNotice } from '../ui/notice'
import { useAgreementPage } from './agreement-page'
import { actionCommands, refusalWords } from './commands'

type Given = { action: PutAction; revision: number; onClose: () => void }

/** Back to a draft: said before it happens, as everybody who answered has to answer again. */
export function TakeBackDialog(props: Given) {
  const page = useAgreementPage()
  const { busy, failure, run } = createRun(props, 'draft')
  const text = agreementText.takeBackDialog
  const answered = () => props.action.answers.map((answer) => answer.organisation)
  return (
    <ConfirmDialog
      open
      title={text.title(actionName(props.action.number))}
      description={text.text}
      confirmLabel={text.confirm}
      cancelLabel={text.cancel}
      busy={busy()}
      onConfirm={() => void run(actionCommands(page.workshop.id, props.action.id).withdraw(props.revision))}
      onCancel={props.onClose}
    >
      <Show when={answered().length > 0}>
        <p>{text.answered(answered())}</p>
      </Show>
      <Failure words={failure()} />
    </ConfirmDialog>
  )
}

/** Makes the record now; says whom it will name as not having answered. */
export function CloseDialog(props: Given) {
  const page = useAgreementPage()
  const { busy, failure, run } = createRun(props, 'put')
  const text = agreementText.closeDialog
  return (
    <ConfirmDialog
      open
      title={text.title(actionName(props.action.number))}
      description={text.text}
      confirmLabel={text.confirm}
      cancelLabel={text.cancel}
      busy={busy()}
      onConfirm={() => void run(actionCommands(page.workshop.id, props.action.id).close(props.revision))}
      onCancel={props.onClose}
    >
      <p>{text.names(notAnswered(props.action).map((asked) => asked.name))}</p>
      <Failure words={failure()} />
    </ConfirmDialog>
  )
}

/** One command: closes when it worked, and takes focus to the action's card as it is then. */
function createRun(props: Given, becomes: 'put' | 'draft') {
  const page = useAgreementPage()
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal('')
  const run = async (command: Promise<Called<unknown>>) => {
    setBusy(true)
    const called = await command
    setBusy(false)
    if (!called.ok) return void setFailure(refusalWords(called.refusal))
    const { id } = props.action
    props.onClose()
    page.focusSoon(id, becomes)
  }
  return { busy, failure, run }
}

function Failure(props: { words: string }) {
  return (
    <Show when={props.words}>
      <InlineNotice tone="danger" live="alert">
        {props.words}
      </InlineNotice>
    </Show>
  )
}
