import Plus from 'lucide-solid/icons/plus'
import X from 'lucide-solid/icons/x'
import { createSignal, createUniqueId, For, Index, Show } from 'solid-js'
import { SIDES, type Side, type SideNames, sideName } from '../../../shared/domain/side'
import type { ExpectedOrganisation } from '../../../shared/domain/workshop'
import { LIMITS } from '../../../shared/protocol/limits'
import { newWorkshopText } from '../../text/new-workshop'
import { Button, IconButton } from '../../ui/button'
import { Disclosure } from '../../ui/disclosure'
import { FieldGroup } from '../../ui/field'
import { focusOn } from '../../ui/focus'
import { announce } from '../../ui/live-region'
import { Select, TextArea, TextField } from '../../ui/text-field'
import styles from './expected-organisations.module.css'
import { addOrganisations, readOrganisations } from './organisation-lines'

const words = newWorkshopText.sides

/** Rows of name and side; many at once by pasting a list. */
export function ExpectedOrganisations(props: {
  sides: SideNames
  value: ExpectedOrganisation[]
  onValue: (value: ExpectedOrganisation[]) => void
}) {
  const made = createUniqueId()
  const full = () => props.value.length >= LIMITS.expectedOrganisations
  const change = (at: number, patch: Partial<ExpectedOrganisation>) =>
    props.onValue(props.value.map((one, index) => (index === at ? { ...one, ...patch } : one)))
  const add = () => {
    // councils come in numbers: a new row takes the side of the one before
    props.onValue([...props.value, { name: '', side: props.value.at(-1)?.side ?? 'local' }])
    focusOn(`${made}-${props.value.length - 1}`)
  }
  const remove = (at: number) => {
    props.onValue(props.value.filter((_, index) => index !== at))
    focusOn(props.value.length > 0 ? `${made}-${Math.min(at, props.value.length - 1)}` : `${made}-add`)
  }
  return (
    <FieldGroup label={words.expected} hint={words.expectedHint} optional>
      <div class={styles.rows}>
        <Index each={props.value}>
          {(one, index) => (
            <div class={styles.row}>
              <TextField
                id={`${made}-${index}`}
                label={words.organisation(index + 1)}
                labelHidden
                value={one().name}
                onValue={(name) => change(index, { name })}
              />
              <SideSelect
                label={words.sideOf(index + 1)}
                sides={props.sides}
                value={one().side}
                onValue={(side) => change(index, { side })}
              />
              <IconButton label={words.remove(one().name, index + 1)} onClick={() => remove(index)}>
                <X aria-hidden="true" />
              </IconButton>
            </div>
          )}
        </Index>
        <div class={styles.more}>
          <Button id={`${made}-add`} icon={<Plus />} disabled={full()} onClick={add}>
            {words.add}
          </Button>
        </div>
        <Show when={full()}>
          <p>{words.tooMany(LIMITS.expectedOrganisations)}</p>
        </Show>
        <PasteList
          sides={props.sides}
          onPasted={(pasted) => {
            const before = props.value.filter((one) => one.name.trim() !== '').length
            props.onValue(addOrganisations(props.value, pasted, LIMITS.expectedOrganisations))
            announce(words.added(props.value.length - before))
          }}
        />
      </div>
    </FieldGroup>
  )
}

function PasteList(props: { sides: SideNames; onPasted: (organisations: ExpectedOrganisation[]) => void }) {
  const [open, setOpen] = createSignal(false)
  const [pasted, setPasted] = createSignal('')
  const [side, setSide] = createSignal<Side>('local')
  const add = () => {
    props.onPasted(readOrganisations(pasted(), props.sides, side()))
    setPasted('')
    setOpen(false)
  }
  return (
    <Disclosure label={words.paste} open={open()} onOpen={setOpen}>
      <div class={styles.paste}>
        <TextArea label={words.pasteLabel} hint={words.pasteHint} rows={4} value={pasted()} onValue={setPasted} />
        <SideSelect label={words.pasteSide} labelSeen sides={props.sides} value={side()} onValue={setSide} />
        <div>
          <Button disabled={pasted().trim() === ''} onClick={add}>
            {words.pasteAdd}
          </Button>
        </div>
      </div>
    </Disclosure>
  )
}

function SideSelect(props: {
  label: string
  labelSeen?: boolean
  sides: SideNames
  value: Side
  onValue: (side: Side) => void
}) {
  return (
    <Select
      label={props.label}
      labelHidden={!props.labelSeen}
      value={props.value}
      onValue={(value) => props.onValue(value as Side)}
    >
      <For each={SIDES}>
        {(side) => (
          <option value={side} selected={side === props.value}>
            {sideName(side, props.sides)}
          </option>
        )}
      </For>
    </Select>
  )
}
