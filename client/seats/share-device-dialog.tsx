import { Key } from '@solid-primitives/keyed'
import { Show } from 'solid-js'
import type { Member } from '../../shared/domain/member'
import { sideName } from '../../shared/domain/side'
import { peopleText } from '../text/people'
import { seatsText } from '../text/seats'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { announce } from '../ui/live-region'
import { SideMark } from '../ui/mark'
import { InlineNotice } from '../ui/notice'
import { createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'
import { AddSeat } from './add-seat'
import type { Passing } from './passing'
import type { SeatsBody, SeatsHere } from './seats-here'
import styles from './share-device.module.css'

const words = seatsText.dialog

/** Who uses this device, and a place to add somebody. */
export function ShareDeviceDialog(props: { open: boolean; onClose: () => void; seats: SeatsHere; passing: Passing }) {
  const workshop = useWorkshop()
  const people = () => (props.seats.people().length > 0 ? props.seats.people() : [workshop.me()])
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={words.title}
      description={words.lead}
      actions={<Button onClick={() => props.onClose()}>{words.close}</Button>}
    >
      <div class={styles.parts}>
        <Show when={workshop.me().role === 'facilitator'}>
          <InlineNotice tone="warn">{words.facilitator}</InlineNotice>
        </Show>
        <section class={styles.part}>
          <h3>{words.here}</h3>
          <ul class={`plain-list ${styles.people}`}>
            <Key each={people()} by="id">
              {(member) => <Person member={member()} {...props} />}
            </Key>
          </ul>
        </section>
        <AddSeat onAdded={props.seats.heard} />
      </div>
    </Dialog>
  )
}

function Person(props: { member: Member; onClose: () => void; seats: SeatsHere; passing: Passing }) {
  const workshop = useWorkshop()
  const command = createCommand()
  const isNow = () => props.member.id === workshop.me().id
  const sideOf = () => {
    const { side } = props.member
    return side ? sideName(side, workshop.stage.workshop?.sides ?? { central: '', local: '' }) : peopleText.noSide
  }
  const standUp = async () => {
    const { id, name } = props.member
    const called = await command.run<SeatsBody>(`seats/${id}/leave`)
    if (!called.ok) return
    props.seats.heard(called.body)
    announce(words.tookOff(name))
  }
  const pass = () => {
    const member = props.member
    props.onClose()
    void props.passing.pass(member)
  }
  return (
    <li class={styles.person}>
      <SideMark side={props.member.side} label={sideOf()} labelHidden />
      <span class={styles.who}>
        <bdi class={styles.name}>{props.member.name}</bdi>
        <Show when={props.member.organisation}>
          <bdi class={styles.quiet}>{props.member.organisation}</bdi>
        </Show>
      </span>
      <Show when={!isNow()} fallback={<Badge>{words.now}</Badge>}>
        <Button
          small
          kind="quiet"
          busy={command.busy()}
          aria-disabled={command.waits() ? 'true' : undefined}
          aria-label={words.away(props.member.name)}
          onClick={() => void standUp()}
        >
          {words.awayShort}
        </Button>
        <Button small aria-disabled={props.passing.waits() ? 'true' : undefined} onClick={pass}>
          {seatsText.bar.passTo(props.member.name)}
        </Button>
      </Show>
    </li>
  )
}
