import Ellipsis from 'lucide-solid/icons/ellipsis'
import Pencil from 'lucide-solid/icons/pencil'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import ShieldOff from 'lucide-solid/icons/shield-off'
import UserX from 'lucide-solid/icons/user-x'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { Member } from '../../shared/domain/member'
import { SIDES, type Side, sideName } from '../../shared/domain/side'
import { peopleText as words } from '../text/people'
import { iconButtonClass } from '../ui/button'
import { announce } from '../ui/live-region'
import { SideGlyph } from '../ui/mark'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { createCommand } from '../workshop/shell/create-command'
import { personButtonId } from '../workshop/shell/people-panel'
import { useWorkshop } from '../workshop/workshop-context'
import type { PersonDialogControl } from './person-dialogs'

const LOOK = iconButtonClass({ small: true })

type Props = { member: Member; dialogs: PersonDialogControl }

/**
 * What a facilitator can do with one person. The menu is made when it is asked for, and its button is as bare as can be until
 * then: four hundred of them would be most of the time that the list takes to open.
 */
export function MemberActions(props: Props) {
  const [asked, setAsked] = createSignal(false)
  return (
    <Show
      when={asked()}
      fallback={
        <button
          type="button"
          class={LOOK}
          id={personButtonId(props.member.id)}
          aria-label={words.more(props.member.name)}
          title={words.more(props.member.name)}
          aria-haspopup="menu"
          aria-expanded="false"
          onClick={() => setAsked(true)}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true" fill="currentColor">
            <circle cx="5" cy="12" r="2" />
            <circle cx="12" cy="12" r="2" />
            <circle cx="19" cy="12" r="2" />
          </svg>
        </button>
      }
    >
      <MemberMenu {...props} />
    </Show>
  )
}

function MemberMenu(props: Props) {
  const workshop = useWorkshop()
  const command = createCommand()
  const nameOf = (side: Side) => sideName(side, workshop.stage.workshop?.sides ?? { central: '', local: '' })
  const isMe = () => props.member.id === workshop.me().id
  const ended = () => (workshop.stage.workshop?.endedAt ?? null) !== null
  const off = () => command.waits() !== undefined
  const ask = (question: Parameters<PersonDialogControl['ask']>[0]) => () => props.dialogs.ask(question, props.member)

  const move = async (side: Side) => {
    const { id, name } = props.member
    const called = await command.run(`members/${id}/side`, { body: { side } })
    if (called.ok) announce(words.moved(name, nameOf(side)))
  }
  return (
    <Menu
      small
      kind="quiet"
      plain
      startOpen
      id={personButtonId(props.member.id)}
      icon={<Ellipsis aria-hidden="true" />}
      name={words.more(props.member.name)}
      placement="bottom-end"
    >
      <Show when={!ended()}>
        <MenuItem icon={<Pencil aria-hidden="true" />} disabled={off()} onSelect={ask('rename')}>
          {words.rename}
        </MenuItem>
        <For each={SIDES.filter((side) => side !== props.member.side)}>
          {(side) => (
            <MenuItem icon={<SideGlyph side={side} />} disabled={off()} onSelect={() => void move(side)}>
              {words.moveTo(nameOf(side))}
            </MenuItem>
          )}
        </For>
      </Show>
      <RoleItem member={props.member} isMe={isMe()} off={off()} ask={ask} />
      <Show when={!isMe()}>
        <MenuSeparator />
        <MenuItem danger icon={<UserX aria-hidden="true" />} disabled={off()} onSelect={ask('remove')}>
          {words.remove}
        </MenuItem>
      </Show>
    </Menu>
  )
}

function RoleItem(props: {
  member: Member
  isMe: boolean
  off: boolean
  ask: (question: 'give-role' | 'take-role') => () => void
}) {
  const workshop = useWorkshop()
  const isLast = () => workshop.stage.people.filter(({ role }) => role === 'facilitator').length < 2
  return (
    <Switch>
      <Match when={props.member.role === 'facilitator'}>
        <MenuItem
          icon={<ShieldOff aria-hidden="true" />}
          disabled={props.off || isLast()}
          detail={isLast() ? words.role.last : undefined}
          onSelect={props.ask('take-role')}
        >
          {props.isMe ? words.role.takeOwn : words.role.take}
        </MenuItem>
      </Match>
      <Match when={true}>
        <MenuItem
          icon={<ShieldCheck aria-hidden="true" />}
          disabled={props.off || props.member.role === 'observer'}
          detail={props.member.role === 'observer' ? words.role.observer : undefined}
          onSelect={props.ask('give-role')}
        >
          {words.role.give}
        </MenuItem>
      </Match>
    </Switch>
  )
}
