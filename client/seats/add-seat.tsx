import { createSignal, Show } from 'solid-js'
import type { Side } from '../../shared/domain/side'
import { LIMITS } from '../../shared/protocol/limits'
import { call } from '../connection/call'
import { refusalText } from '../text/refusals'
import { seatsText } from '../text/seats'
import { Button } from '../ui/button'
import { focusOn } from '../ui/focus'
import { announce } from '../ui/live-region'
import { InlineNotice } from '../ui/notice'
import { TextField } from '../ui/text-field'
import { createCommand } from '../workshop/shell/create-command'
import { SideCards } from '../workshop/shell/side-cards'
import { useWorkshop } from '../workshop/workshop-context'
import type { SeatsBody } from './seats-here'
import styles from './share-device.module.css'

const words = seatsText.dialog

type Trouble = { at: 'name' | 'organisation' | 'side' | 'form'; text: string } | { at: 'same' }

/** One more person at this device: their name, and what is not as with oneself. */
export function AddSeat(props: { onAdded: (body: SeatsBody) => void }) {
  const workshop = useWorkshop()
  const command = createCommand()
  const [name, setName] = createSignal('')
  const [organisation, setOrganisation] = createSignal(workshop.me().organisation)
  const [side, setSide] = createSignal<Side | null | undefined>(workshop.me().side ?? undefined)
  const [trouble, setTrouble] = createSignal<Trouble>()
  const [busy, setBusy] = createSignal(false)
  const ids = { name: 'seat-name', side: 'seat-side' }
  const facilitates = () => workshop.me().role === 'facilitator'
  const errorAt = (at: Trouble['at']) => {
    const now = trouble()
    return now && now.at === at && 'text' in now ? now.text : undefined
  }
  const missing = (): Trouble | undefined => {
    if (name().trim() === '') return { at: 'name', text: words.nameMissing }
    if (facilitates() && !side()) return { at: 'side', text: words.sideMissing }
    return undefined
  }

  const add = async (asSomebodyElse: boolean) => {
    const lacks = missing()
    setTrouble(lacks)
    if (lacks) focusOn(lacks.at === 'side' ? ids.side : ids.name)
    if (lacks || busy()) return
    setBusy(true)
    const body = {
      name: name(),
      organisation: organisation(),
      ...(facilitates() ? { side: side() } : {}),
      asSomebodyElse,
    }
    const called = await call<SeatsBody>('POST', `/api/workshops/${workshop.id}/seats`, { body })
    setBusy(false)
    if (!called.ok) {
      setTrouble(troubleOf(called.refusal, called.field))
      return
    }
    announce(words.added(name().trim()))
    setName('')
    props.onAdded(called.body)
    focusOn(ids.name)
  }
  return (
    <form
      class={styles.form}
      noValidate
      aria-labelledby="add-seat"
      onSubmit={(event) => {
        event.preventDefault()
        void add(false)
      }}
    >
      <h3 id="add-seat">{words.add}</h3>
      <TextField
        id={ids.name}
        label={words.name}
        hint={words.nameHint}
        autocomplete="off"
        limit={LIMITS.name}
        error={errorAt('name')}
        value={name()}
        onValue={setName}
      />
      <TextField
        label={words.organisation}
        autocomplete="off"
        limit={LIMITS.organisation}
        error={errorAt('organisation')}
        value={organisation()}
        onValue={setOrganisation}
      />
      <Show when={facilitates()}>
        <SideCards
          id={ids.side}
          label={words.side}
          sides={workshop.stage.workshop?.sides ?? { central: '', local: '' }}
          noneOffered={false}
          columns="pairs"
          value={side()}
          error={errorAt('side')}
          onValue={setSide}
        />
      </Show>
      <Show when={trouble()?.at === 'same'}>
        <InlineNotice
          tone="warn"
          live="polite"
          actions={
            <Button small busy={busy()} onClick={() => void add(true)}>
              {words.sameAdd}
            </Button>
          }
        >
          {words.same(name().trim(), organisation().trim())}
        </InlineNotice>
      </Show>
      <Show when={errorAt('form') ?? command.waits()}>
        {(why) => (
          <InlineNotice tone="warn" live="polite">
            {why()}
          </InlineNotice>
        )}
      </Show>
      <div>
        <Button type="submit" kind="main" busy={busy()} aria-disabled={command.waits() ? 'true' : undefined}>
          {words.addButton}
        </Button>
      </div>
    </form>
  )
}

function troubleOf(refusal: Parameters<typeof refusalText>[0], field: string | undefined): Trouble {
  if (refusal === 'joined-already') return { at: 'same' }
  if (refusal === 'not-valid' && (field === 'name' || field === 'organisation'))
    return { at: field, text: words.tooLong }
  if (refusal === 'side-needed') return { at: 'side', text: words.sideMissing }
  return { at: 'form', text: refusalText(refusal) }
}
