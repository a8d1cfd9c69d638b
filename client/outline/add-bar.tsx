import { createSignal, For, onMount, Show } from 'solid-js'
import { allClusters } from '../../shared/domain/canvas-view'
import { LIMITS } from '../../shared/protocol/limits'
import { outlineText } from '../text/outline'
import { privateText } from '../text/private-writing'
import { Button } from '../ui/button'
import { Menu, MenuRadio, MenuRadioGroup } from '../ui/menu'
import { BottomBar } from '../ui/shell'
import { growToContent } from '../ui/text-field'
import { createKeptText, draftKey } from '../workshop/kept-texts'
import { isManyLines } from '../workshop/paste-lines'
import { useWorkshop } from '../workshop/workshop-context'
import { WritingField } from '../workshop/writing-field'
import styles from './add-bar.module.css'
import { sayAdded } from './note-actions'
import listStyles from './outline.module.css'
import { ADD_FIELD, ADD_ID, useOutline } from './outline-context'
import { type Holder, titleOf } from './places'
import { takeIn } from './take-in'

const words = outlineText.add

/** Always at hand: where the next note is written. Enter adds it and stays for the next. */
export function AddBar() {
  const outline = useOutline()
  const [error, setError] = createSignal('')
  const key = draftKey(useWorkshop().me().id, outline.canvas.id)
  const draft = createKeptText(key)
  // what was begun privately is not shown to all because the page was loaded again meanwhile
  const privately = createKeptText(`${key}/private`)
  let area!: HTMLTextAreaElement
  onMount(() => {
    area.value = draft.read()
    shown()
  })
  const changed = () => {
    draft.keep(area.value)
    privately.keep(area.value.trim() !== '' && outline.isPrivate() ? 'yes' : '')
    shown()
  }
  const shown = () => {
    setError('')
    outline.setBegun(area.value.trim() !== '', outline.isPrivate() || privately.read() !== '')
    growToContent(area)
  }
  draft.onElsewhere((text) => {
    area.value = text
    shown()
  })
  const clear = (rest = '') => {
    area.value = rest
    changed()
  }
  const add = () => {
    const target = outline.target()
    const text = area.value.trim()
    area.focus()
    if (text.length > LIMITS.note) setError(words.tooLong(text.length - LIMITS.note))
    if (!target || text === '' || text.length > LIMITS.note) return
    const isPrivate = outline.isPrivate()
    const [made] = outline.addNotes([text])
    if (!made) return
    clear()
    sayAdded(outline, [made], { text: isPrivate ? privateText.add.added(target.words) : words.added(target.words) })
  }
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? ''
    if (!isManyLines(pasted)) return
    event.preventDefault()
    void takeIn(outline, pasted, {
      focus: () => area,
      keep: (rest) => clear([area.value.trim(), rest].join('\n').trim()),
    })
  }
  const to = () => {
    const place = outline.target()?.words ?? ''
    return outline.isPrivate() ? privateText.add.to(place) : words.to(place)
  }
  return (
    <BottomBar label={words.region} class={listStyles.bar}>
      <div class={styles.bar} id={ADD_ID}>
        <div class={styles.label}>
          <label for={ADD_FIELD}>{to()}</label>
          <TargetMenu />
        </div>
        <WritingField
          autocomplete="off"
          ref={area}
          id={ADD_FIELD}
          class={styles.field}
          placeholder={words.placeholder}
          enterkeyhint="send"
          error={error()}
          errorClass={styles.error}
          onInput={changed}
          onPaste={paste}
          onEnter={add}
        />
        <Button kind="main" onClick={add}>
          {words.button}
        </Button>
      </div>
    </BottomBar>
  )
}

/** Which section or cluster the notes go into. */
function TargetMenu() {
  const outline = useOutline()
  const choose = (holder: string) => setTimeout(() => outline.writeInto(holder as Holder))
  return (
    <Menu kind="quiet" small plain placement="top-end" label={words.change} name={words.changeNamed}>
      <MenuRadioGroup label={words.sections} value={outline.target()?.holder ?? ''} onValue={choose}>
        <For each={outline.canvas.view.sections}>
          {(section) => <MenuRadio value={section.id}>{section.title || outlineText.untitledSection}</MenuRadio>}
        </For>
      </MenuRadioGroup>
      <Show when={!outline.isPrivate() && allClusters(outline.canvas.view).length > 0}>
        <MenuRadioGroup label={words.clusters} value={outline.target()?.holder ?? ''} onValue={choose}>
          <For each={allClusters(outline.canvas.view)}>
            {(cluster) => <MenuRadio value={cluster.id}>{titleOf(cluster)}</MenuRadio>}
          </For>
        </MenuRadioGroup>
      </Show>
    </Menu>
  )
}
