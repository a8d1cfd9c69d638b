import { createSignal, createUniqueId, For } from 'solid-js'
import type { AskedOrganisation } from '../../shared/domain/action'
import { SIDES, type Side } from '../../shared/domain/side'
import { LIMITS } from '../../shared/protocol/limits'
import { agreementText } from '../text/agreement'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/choice'
import { FieldGroup } from '../ui/field'
import { focusOn } from '../ui/focus'
import { SideMark } from '../ui/mark'
import { InlineNotice } from '../ui/notice'
import { Select, TextField } from '../ui/text-field'
import styles from './agreement.module.css'
import { useAgreementPage } from './agreement-page'
import { type Candidate, sidesNotAsked } from './organisations'

const text = agreementText.putDialog

export const askedFieldId = 'asked-organisations'

/** Which organisations are asked: a tick each, and a line to add one that nobody has named. */
export function AskedFields(props: {
  asked: readonly Candidate[]
  error: string | undefined
  onTicked: (index: number, ticked: boolean) => void
  onAdd: (organisation: AskedOrganisation) => void
}) {
  const page = useAgreementPage()
  const sidesMissing = () => sidesNotAsked(props.asked.filter((one) => one.ticked))
  return (
    <FieldGroup id={askedFieldId} label={text.asked} hint={text.askedHint} error={props.error}>
      <div class={styles.askedList}>
        <For each={props.asked}>
          {(one, index) => (
            <Checkbox
              label={
                <span class={styles.askedLabel}>
                  {one.name} <SideMark side={one.side} label={page.sideName(one.side)} />
                </span>
              }
              hint={one.here ? undefined : text.nobodyHere}
              checked={one.ticked}
              onChecked={(ticked) => props.onTicked(index(), ticked)}
            />
          )}
        </For>
      </div>
      <AddOrganisation onAdd={props.onAdd} />
      <For each={sidesMissing()}>
        {(side) => (
          <InlineNotice tone="warn" live="polite">
            {text.sideMissing(page.sideName(side))}
          </InlineNotice>
        )}
      </For>
    </FieldGroup>
  )
}

function AddOrganisation(props: { onAdd: (organisation: AskedOrganisation) => void }) {
  const page = useAgreementPage()
  const fieldId = `add-${createUniqueId()}`
  const [name, setName] = createSignal('')
  const [side, setSide] = createSignal<Side>('central')
  const [error, setError] = createSignal<string>()
  const add = () => {
    const words = name().trim()
    if (words === '') setError(text.addMissing)
    else if (words.length > LIMITS.organisation) setError(text.addTooLong(LIMITS.organisation))
    if (error()) return void focusOn(fieldId)
    props.onAdd({ name: words, side: side() })
    setName('')
    focusOn(fieldId)
  }
  return (
    <div class={styles.addOrganisation}>
      <TextField
        id={fieldId}
        label={text.add}
        autocomplete="off"
        limit={LIMITS.organisation}
        value={name()}
        error={error()}
        onValue={(value) => {
          setName(value)
          setError(undefined)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return
          event.preventDefault()
          add()
        }}
      />
      <Select label={text.addSide} value={side()} onValue={(value) => setSide(value as Side)}>
        <For each={SIDES}>
          {(one) => (
            <option value={one} selected={one === side()}>
              {page.sideName(one)}
            </option>
          )}
        </For>
      </Select>
      <Button onClick={add}>{text.addButton}</Button>
    </div>
  )
}
