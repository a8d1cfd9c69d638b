import { createEffect, createSignal, on } from 'solid-js'
import { pictureText as text } from '../../text/picture'
import { Button } from '../../ui/button'
import { RadioCards } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import type { Board } from '../create-board'
import { sectionTitle } from '../describe-item'
import type { Dialogs } from '../dialogs'
import type { ImageOf } from './canvas-svg'

/** What to save as a picture: everything, what is selected, or one section. */
export function ImageDialog(props: { board: Board; dialogs: Dialogs; open: boolean }) {
  const [chosen, setChosen] = createSignal('canvas')
  const [busy, setBusy] = createSignal(false)
  const selected = () => props.board.selected()
  createEffect(
    on(
      () => props.open,
      (open) => open && setChosen(selected().length > 0 ? 'selection' : 'canvas'),
    ),
  )
  const options = () => [
    { value: 'canvas', label: text.canvas },
    ...(selected().length > 0 ? [{ value: 'selection', label: text.selection }] : []),
    ...props.board.canvas.view.sections.map((one) => ({ value: one.id, label: text.section(sectionTitle(one)) })),
  ]
  const of = (): ImageOf => {
    if (chosen() === 'canvas') return { is: 'canvas' }
    return chosen() === 'selection' ? { is: 'selection', ids: selected() } : { is: 'section', id: chosen() }
  }
  const save = async () => {
    setBusy(true)
    // loaded only now: few people need it, and it brings the font's address along
    const { saveImage } = await import('./save-image')
    await saveImage(props.board.canvas, props.board.workshop, of())
    setBusy(false)
    props.dialogs.close()
  }
  return (
    <Dialog
      open={props.open}
      onClose={props.dialogs.close}
      title={text.title}
      description={text.explain}
      size="small"
      actions={
        <>
          <Button onClick={props.dialogs.close}>{text.cancel}</Button>
          <Button kind="main" aria-disabled={busy() ? 'true' : undefined} onClick={() => !busy() && void save()}>
            {busy() ? text.working : text.save}
          </Button>
        </>
      }
    >
      <RadioCards label={text.what} options={options()} value={chosen()} onValue={setChosen} />
    </Dialog>
  )
}
