import { createMemo, createSignal, For, onMount, Show } from 'solid-js'
import type { SectionId } from '../../../shared/domain/ids'
import { LIMITS } from '../../../shared/protocol/limits'
import { privateText } from '../../text/private-writing'
import { Button } from '../../ui/button'
import { announce } from '../../ui/live-region'
import { SidePanel } from '../../ui/side-panel'
import { growToContent, Select } from '../../ui/text-field'
import { showToast } from '../../ui/toast'
import type { Canvas } from '../contract'
import { createKeptText, draftKey } from '../kept-texts'
import { isManyLines, splitPastedLines } from '../paste-lines'
import { useWorkshop } from '../workshop-context'
import { WritingField } from '../writing-field'
import { usePrivateNotes } from './private-notes'
import styles from './private-notes.module.css'
import { PrivateSection, sectionChoices } from './private-section'

const words = privateText.add

/** The field of the panel, for tools and keys of the board that begin a note. */
export const PRIVATE_FIELD = 'private-note-text'

/** Beside the board while people write privately: what one writes here is one's own, and nothing of it is on the board. */
export function PrivatePanel(props: { canvas: Canvas }) {
  const mine = usePrivateNotes()
  const [isBusy, setBusy] = createSignal(false)
  const sections = () => sectionChoices(props.canvas.view)
  const isOn = () => mine.isOn(props.canvas.id)
  // what is being written when all is shown is not taken from under anybody's hands
  const isShown = createMemo(
    () => isOn() || isBusy() || mine.notes(props.canvas.id).some(({ id }) => id === mine.opened()),
  )
  const isEmpty = () => mine.notes(props.canvas.id).length === 0
  return (
    <Show when={isShown()}>
      <SidePanel class={styles.panel} title={privateText.panel.title}>
        <Show when={sections().length > 0}>
          <AddField canvas={props.canvas} onBusy={setBusy} />
        </Show>
        <div class={styles.list}>
          <For each={sections()}>
            {(section) => (
              <Show when={isOn() ? mine.notes(props.canvas.id).some(({ place }) => place.in === section.id) : true}>
                <div>
                  <Show when={isOn()}>
                    <h3>{section.title}</h3>
                  </Show>
                  <PrivateSection canvas={props.canvas} section={section} level={4} />
                </div>
              </Show>
            )}
          </For>
          <Show when={isEmpty()}>
            <p class={styles.quiet}>{privateText.panel.none}</p>
          </Show>
        </div>
      </SidePanel>
    </Show>
  )
}

/** Enter adds the note and stays for the next; many lines pasted become many notes. */
function AddField(props: { canvas: Canvas; onBusy: (busy: boolean) => void }) {
  const mine = usePrivateNotes()
  const [chosen, setChosen] = createSignal<SectionId>()
  const [error, setError] = createSignal('')
  const sections = () => sectionChoices(props.canvas.view)
  const section = () => sections().find(({ id }) => id === chosen()) ?? sections()[0]
  const draft = createKeptText(draftKey(useWorkshop().me().id, `${props.canvas.id}/private`))
  let area!: HTMLTextAreaElement
  const changed = () => {
    draft.keep(area.value)
    shown()
  }
  const shown = () => {
    setError('')
    growToContent(area)
    props.onBusy(area.value.trim() !== '')
  }
  const show = (text: string) => {
    area.value = text
    shown()
  }
  onMount(() => show(draft.read()))
  draft.onElsewhere(show)
  const clear = () => {
    area.value = ''
    changed()
  }
  const add = () => {
    const target = section()
    const text = area.value.trim()
    area.focus()
    if (text.length > LIMITS.note) setError(words.tooLong(text.length - LIMITS.note))
    if (!target || text === '' || text.length > LIMITS.note) return
    if (!mine.add({ text, canvas: props.canvas.id, section: target.id })) return
    clear()
    announce(words.added(target.title))
  }
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? ''
    const target = section()
    if (!target || !isManyLines(pasted)) return
    event.preventDefault()
    const lines = splitPastedLines(pasted)
    const made = mine.addMany({ texts: lines.notes, canvas: props.canvas.id, section: target.id })
    area.value = [area.value.trim(), lines.rest].filter((part) => part !== '').join('\n')
    changed()
    const undo = () => {
      for (const id of made) mine.delete(id)
    }
    const text = words.addedMany(made.length, target.title)
    showToast({ text, action: { label: privateText.row.undo, run: undo } })
  }
  return (
    <div class={styles.add}>
      <Show when={sections().length > 1}>
        <Select label={words.section} value={section()?.id ?? ''} onValue={(id) => setChosen(id as SectionId)}>
          <For each={sections()}>{(one) => <option value={one.id}>{one.title}</option>}</For>
        </Select>
      </Show>
      <label for={PRIVATE_FIELD}>{words.to(section()?.title ?? '')}</label>
      <div class={styles.addRow}>
        <WritingField
          ref={area}
          id={PRIVATE_FIELD}
          placeholder={words.placeholder}
          enterkeyhint="send"
          error={error()}
          errorClass={styles.addError}
          onInput={changed}
          onPaste={paste}
          onEnter={add}
        />
        <Button kind="main" onClick={add}>
          {words.button}
        </Button>
      </div>
    </div>
  )
}
