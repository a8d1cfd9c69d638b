import Ellipsis from 'lucide-solid/icons/ellipsis'
import { createSignal, For, Show } from 'solid-js'
import type { Member } from '../../shared/domain/member'
import { SIDES, type Side, sideName } from '../../shared/domain/side'
import { facilitationText } from '../text/facilitation'
import { ConfirmDialog } from '../ui/dialog'
import { announce } from '../ui/live-region'
import { SideGlyph } from '../ui/mark'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { showToast } from '../ui/toast'
import { createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'

const words = facilitationText.people

/** What a facilitator can do with one person: move to another side, remove. */
export function MemberActions(props: { member: Member }) {
  const workshop = useWorkshop()
  const command = createCommand()
  const [asking, setAsking] = createSignal(false)
  const nameOf = (side: Side) => sideName(side, workshop.stage.workshop?.sides ?? { central: '', local: '' })
  const name = () => props.member.name

  const move = async (side: Side) => {
    const called = await command.run(`members/${props.member.id}/side`, { body: { side } })
    if (called.ok) announce(words.moved(name(), nameOf(side)))
  }
  const remove = async () => {
    const member = { ...props.member }
    const called = await command.run(`members/${member.id}/remove`)
    setAsking(false)
    if (called.ok) showToast({ text: words.removed(member.name) })
  }
  return (
    <>
      <Menu
        small
        kind="quiet"
        plain
        icon={<Ellipsis aria-hidden="true" />}
        name={words.more(name())}
        placement="bottom-end"
      >
        <For each={SIDES.filter((side) => side !== props.member.side)}>
          {(side) => (
            <MenuItem icon={<SideGlyph side={side} />} disabled={!!command.waits()} onSelect={() => void move(side)}>
              {words.moveTo(nameOf(side))}
            </MenuItem>
          )}
        </For>
        <Show when={props.member.id !== workshop.me().id}>
          <MenuSeparator />
          <MenuItem danger disabled={!!command.waits()} onSelect={() => setAsking(true)}>
            {words.remove}
          </MenuItem>
        </Show>
      </Menu>
      <ConfirmDialog
        open={asking()}
        danger
        title={words.removeTitle(name())}
        description={words.removeText}
        confirmLabel={words.removeConfirm(name())}
        busy={command.busy()}
        onCancel={() => setAsking(false)}
        onConfirm={() => void remove()}
      />
    </>
  )
}
