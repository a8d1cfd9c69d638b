import { createSignal, Match, Show, Switch } from 'solid-js'
import type { Member } from '../../shared/domain/member'
import { SIDES, type Side, sideName } from '../../shared/domain/side'
import { peopleText as words } from '../text/people'
import { Button } from '../ui/button'
import { RadioCards } from '../ui/choice'
import { ConfirmDialog, Dialog } from '../ui/dialog'
import { SideMark } from '../ui/mark'
import { showToast } from '../ui/toast'
import { createCommand } from '../workshop/shell/create-command'
import { PEOPLE_LIST, personButtonId } from '../workshop/shell/people-panel'
import { useWorkshop } from '../workshop/workshop-context'
import { RenameDialog } from './rename-dialog'

/** What is asked about one person before it is done. */
export type Question = 'rename' | 'give-role' | 'take-role' | 'remove'
type Asked = { question: Question; member: Member }

export type PersonDialogControl = ReturnType<typeof createPersonDialogs>

/** One dialog for the whole list: the row it was opened from may be another one once it is answered. */
export function createPersonDialogs() {
  const [asked, setAsked] = createSignal<Asked>()
  return {
    asked,
    // a copy: what the dialog says stays as it was asked
    ask: (question: Question, member: Member) => setAsked({ question, member: { ...member } }),
    close: () => setAsked(undefined),
  }
}

export function PersonDialogs(props: { control: PersonDialogControl }) {
  const is = (question: Question) => {
    const now = props.control.asked()
    return now?.question === question ? now.member : undefined
  }
  const close = () => props.control.close()
  return (
    <Switch>
      <Match when={is('rename')} keyed>
        {(member) => <RenameDialog member={member} onClose={close} returnFocusTo={() => buttonOf(member)} />}
      </Match>
      <Match when={is('give-role')} keyed>
        {(member) => <GiveRole member={member} onClose={close} />}
      </Match>
      <Match when={is('take-role')} keyed>
        {(member) => <TakeRole member={member} onClose={close} />}
      </Match>
      <Match when={is('remove')} keyed>
        {(member) => <Remove member={member} onClose={close} />}
      </Match>
    </Switch>
  )
}

/** Where focus goes afterwards: the person's own button, wherever they are listed now. */
function buttonOf(member: Member): HTMLElement | null {
  return document.getElementById(personButtonId(member.id)) ?? document.getElementById(PEOPLE_LIST)
}

type Props = { member: Member; onClose: () => void }

function GiveRole(props: Props) {
  const command = createCommand()
  const give = async () => {
    const { id, name } = props.member
    const called = await command.run(`members/${id}/role`, { body: { role: 'facilitator' } })
    props.onClose()
    if (called.ok) showToast({ text: words.role.given(name) })
  }
  return (
    <ConfirmDialog
      open
      returnFocusTo={() => buttonOf(props.member)}
      title={words.role.giveTitle(props.member.name)}
      description={words.role.giveText}
      confirmLabel={words.role.giveConfirm}
      busy={command.busy()}
      onCancel={props.onClose}
      onConfirm={() => void give()}
    />
  )
}

/** Who takes part stands on a side, so whoever has none is given one. */
function TakeRole(props: Props) {
  const workshop = useWorkshop()
  const command = createCommand()
  const [side, setSide] = createSignal<Side | undefined>(props.member.side ?? undefined)
  const [tried, setTried] = createSignal(false)
  const isMe = () => props.member.id === workshop.me().id
  const nameOf = (one: Side) => sideName(one, workshop.stage.workshop?.sides ?? { central: '', local: '' })
  const text = () => (isMe() ? words.role.takeOwnText : words.role.takeText)
  const title = () => (isMe() ? words.role.takeOwnTitle : words.role.takeTitle(props.member.name))
  const confirm = () => (isMe() ? words.role.takeOwnConfirm : words.role.takeConfirm)
  const take = async () => {
    setTried(true)
    if (!side()) return
    const { id, name } = props.member
    const called = await command.run(`members/${id}/role`, { body: { role: 'participant', side: side() } })
    props.onClose()
    if (called.ok && !isMe()) showToast({ text: words.role.taken(name) })
  }
  return (
    <Show
      when={props.member.side === null}
      fallback={
        <ConfirmDialog
          open
          returnFocusTo={() => buttonOf(props.member)}
          title={title()}
          description={text()}
          confirmLabel={confirm()}
          busy={command.busy()}
          onCancel={props.onClose}
          onConfirm={() => void take()}
        />
      }
    >
      <Dialog
        open
        size="small"
        title={title()}
        description={text()}
        onClose={props.onClose}
        returnFocusTo={() => buttonOf(props.member)}
        actions={
          <Button kind="main" busy={command.busy()} onClick={() => void take()}>
            {confirm()}
          </Button>
        }
      >
        <RadioCards
          label={isMe() ? words.role.whichSideOwn : words.role.whichSide(props.member.name)}
          options={SIDES.map((one) => ({ value: one, label: <SideMark side={one} label={nameOf(one)} /> }))}
          value={side()}
          onValue={setSide}
          error={tried() && !side() ? words.role.sideNeeded : undefined}
        />
      </Dialog>
    </Show>
  )
}

function Remove(props: Props) {
  const command = createCommand()
  const remove = async () => {
    const { id, name } = props.member
    const called = await command.run(`members/${id}/remove`)
    props.onClose()
    if (called.ok) showToast({ text: words.removed(name) })
  }
  return (
    <ConfirmDialog
      open
      danger
      returnFocusTo={() => buttonOf(props.member)}
      title={words.removeTitle(props.member.name)}
      description={words.removeText}
      confirmLabel={words.removeConfirm(props.member.name)}
      busy={command.busy()}
      onCancel={props.onClose}
      onConfirm={() => void remove()}
    />
  )
}
