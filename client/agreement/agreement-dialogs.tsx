import { createEffect, Match, Show, Switch } from 'solid-js'
import { agreementText } from '../text/agreement'
import { workshopText } from '../text/workshop'
import { showToast } from '../ui/toast'
import { type OpenDialog, useAgreementPage } from './agreement-page'
import { AnswerDialog } from './answer-dialog'
import { DisputeDialog } from './dispute-dialog'
import { CloseDialog, TakeBackDialog } from './leading-dialogs'
import { NewActionDialog } from './new-action-dialog'
import { PutDialog } from './put-dialog'

type Only<Is extends OpenDialog['is']> = Extract<OpenDialog, { is: Is }>

/** The dialog that is open, beside the cards rather than in one: it outlives a card that turns into another. */
export function AgreementDialogs(props: { dialog: OpenDialog; onClose: () => void }) {
  const page = useAgreementPage()
  const only = <Is extends OpenDialog['is']>(is: Is) =>
    props.dialog.is === is ? (props.dialog as Only<Is>) : undefined
  const put = () => {
    const open = only('put')
    return open && page.draft(open.action)
  }
  createEffect(() => {
    if (!only('put') || put()) return
    showToast({ text: agreementText.putDialog.gone })
    props.onClose()
  })
  createEffect(() => {
    if (!only('new') || page.workshop.may('word-action')) return
    showToast({ text: workshopText.undoClosed })
    props.onClose()
  })
  const answering = (open: Only<'answer' | 'dispute' | 'take-back' | 'close'>) => page.put(open.action)
  return (
    <Switch>
      <Match when={only('new')}>
        <NewActionDialog onClose={props.onClose} />
      </Match>
      <Match when={put()}>{(draft) => <PutDialog draft={draft()} onClose={props.onClose} />}</Match>
      <Match when={only('answer')} keyed>
        {(open) => (
          <Show when={answering(open)}>
            {(action) => <AnswerDialog {...open} action={action()} onClose={props.onClose} />}
          </Show>
        )}
      </Match>
      <Match when={only('dispute')} keyed>
        {(open) => (
          <Show when={answering(open)}>
            {(action) => <DisputeDialog {...open} action={action()} onClose={props.onClose} />}
          </Show>
        )}
      </Match>
      <Match when={only('take-back')} keyed>
        {(open) => (
          <Show when={answering(open)}>
            {(action) => <TakeBackDialog {...open} action={action()} onClose={props.onClose} />}
          </Show>
        )}
      </Match>
      <Match when={only('close')} keyed>
        {(open) => (
          <Show when={answering(open)}>
            {(action) => <CloseDialog {...open} action={action()} onClose={props.onClose} />}
          </Show>
        )}
      </Match>
    </Switch>
  )
}
