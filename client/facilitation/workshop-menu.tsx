import { Key } from '@solid-primitives/keyed'
import ArchiveRestore from 'lucide-solid/icons/archive-restore'
import BookOpenText from 'lucide-solid/icons/book-open-text'
import CircleQuestionMark from 'lucide-solid/icons/circle-question-mark'
import ClockFading from 'lucide-solid/icons/clock-fading'
import DoorClosed from 'lucide-solid/icons/door-closed'
import DoorOpen from 'lucide-solid/icons/door-open'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Eye from 'lucide-solid/icons/eye'
import Flag from 'lucide-solid/icons/flag'
import House from 'lucide-solid/icons/house'
import ListOrdered from 'lucide-solid/icons/list-ordered'
import Lock from 'lucide-solid/icons/lock'
import LockOpen from 'lucide-solid/icons/lock-open'
import LogOut from 'lucide-solid/icons/log-out'
import Megaphone from 'lucide-solid/icons/megaphone'
import MenuIcon from 'lucide-solid/icons/menu'
import MonitorUp from 'lucide-solid/icons/monitor-up'
import MousePointer2 from 'lucide-solid/icons/mouse-pointer-2'
import MousePointer2Off from 'lucide-solid/icons/mouse-pointer-2-off'
import Pencil from 'lucide-solid/icons/pencil'
import ScanEye from 'lucide-solid/icons/scan-eye'
import Share2 from 'lucide-solid/icons/share-2'
import Smartphone from 'lucide-solid/icons/smartphone'
import Speech from 'lucide-solid/icons/speech'
import Users from 'lucide-solid/icons/users'
import UsersRound from 'lucide-solid/icons/users-round'
import Vote from 'lucide-solid/icons/vote'
import { Show } from 'solid-js'
import { attentionText } from '../text/attention'
import { facilitationText } from '../text/facilitation'
import { newsText } from '../text/news'
import { seatsText } from '../text/seats'
import { stepsText } from '../text/steps'
import { workshopShellText } from '../text/workshop-shell'
import { Menu, MenuCheck, MenuGroup, MenuItem, MenuLink, MenuSeparator } from '../ui/menu'
import { showToast } from '../ui/toast'
import { createPageBringing } from '../workshop/shell/bringing'
import { createCommand } from '../workshop/shell/create-command'
import { setTimerSound, timerSoundWanted } from '../workshop/shell/timer-sound'
import type { ViewLink } from '../workshop/shell/views'
import { useWorkshop } from '../workshop/workshop-context'

export type PanelName =
  | 'share'
  | 'brief'
  | 'people'
  | 'edit-brief'
  | 'announce'
  | 'ballot'
  | 'device'
  | 'seats'
  | 'leave'
  | 'end'
  | 'changes'
  | 'read-aloud'

const words = facilitationText.menu

/** Everything that has no button of its own; on a phone, everything. */
export function WorkshopMenu(props: {
  compact: boolean
  views: readonly ViewLink[]
  onOpen: (panel: PanelName) => void
  previewHref: string
  /** How much is new on the canvas of the page, where there is one. */
  news?: number
}) {
  const workshop = useWorkshop()
  const facilitates = () => workshop.me().role === 'facilitator' && !workshop.me().preview
  return (
    <Menu
      small
      plain
      kind="quiet"
      placement="bottom-end"
      icon={props.compact ? <MenuIcon aria-hidden="true" /> : <Ellipsis aria-hidden="true" />}
      name={props.compact ? workshopShellText.menu : workshopShellText.more}
    >
      <Show when={props.compact}>
        <MenuGroup label={workshopShellText.views}>
          <Key each={props.views.filter((view) => !view.current)} by="id">
            {(view) => <MenuLink href={view().href}>{view().label}</MenuLink>}
          </Key>
        </MenuGroup>
        <MenuSeparator />
        <MenuItem icon={<BookOpenText aria-hidden="true" />} onSelect={() => props.onOpen('brief')}>
          {workshopShellText.brief}
        </MenuItem>
        <MenuItem icon={<Users aria-hidden="true" />} onSelect={() => props.onOpen('people')}>
          {workshopShellText.peopleHere(workshop.here().length)}
        </MenuItem>
        <Show when={props.news !== undefined}>
          <MenuItem icon={<ClockFading aria-hidden="true" />} onSelect={() => props.onOpen('changes')}>
            {newsText.since(props.news ?? 0)}
          </MenuItem>
        </Show>
        <Show when={facilitates()}>
          <MenuItem icon={<Share2 aria-hidden="true" />} onSelect={() => props.onOpen('share')}>
            {workshopShellText.share}
          </MenuItem>
        </Show>
        <MenuSeparator />
      </Show>
      <Show when={facilitates()}>
        <AttentionItems onOpen={props.onOpen} />
        <FacilitatorItems onOpen={props.onOpen} previewHref={props.previewHref} />
        <MenuSeparator />
      </Show>
      <Show when={workshop.stage.workshop?.endedAt === null}>
        <MenuCheck checked={timerSoundWanted()} detail={stepsText.sound.detail} onChecked={turnSound}>
          {stepsText.sound.label}
        </MenuCheck>
      </Show>
      <MenuItem
        icon={<Speech aria-hidden="true" />}
        detail={newsText.aloud.menuDetail}
        onSelect={() => props.onOpen('read-aloud')}
      >
        {newsText.aloud.title}
      </MenuItem>
      <Show when={!workshop.me().preview}>
        <MenuItem icon={<Smartphone aria-hidden="true" />} onSelect={() => props.onOpen('device')}>
          {words.useDevice}
        </MenuItem>
      </Show>
      <Show when={!workshop.me().preview && workshop.me().role !== 'observer' && !workshop.stage.workshop?.endedAt}>
        <MenuItem
          icon={<UsersRound aria-hidden="true" />}
          detail={seatsText.menuDetail}
          onSelect={() => props.onOpen('seats')}
        >
          {seatsText.menu}
        </MenuItem>
      </Show>
      <Show when={props.compact}>
        <MenuLink icon={<CircleQuestionMark aria-hidden="true" />} href="/help">
          {words.help}
        </MenuLink>
      </Show>
      <MenuLink icon={<House aria-hidden="true" />} href="/">
        {words.home}
      </MenuLink>
      <Show when={!workshop.me().preview}>
        <MenuSeparator />
        <MenuItem
          danger
          icon={<LogOut aria-hidden="true" />}
          detail={words.leaveDetail}
          onSelect={() => props.onOpen('leave')}
        >
          {words.leave}
        </MenuItem>
      </Show>
    </Menu>
  )
}

function turnSound(on: boolean): void {
  setTimerSound(on)
  showToast({ text: on ? stepsText.sound.on : stepsText.sound.off })
}

/** Where everybody looks, and what everybody should know. */
function AttentionItems(props: { onOpen: (panel: PanelName) => void }) {
  const workshop = useWorkshop()
  const command = createCommand()
  const page = createPageBringing()
  const stands = () => workshop.stage.announcement !== null
  return (
    <MenuGroup label={command.waits() ?? attentionText.group}>
      <Show when={page.offered()}>
        <MenuItem
          icon={<ScanEye aria-hidden="true" />}
          detail={attentionText.bringDetail}
          disabled={command.waits() !== undefined}
          onSelect={() => void page.bring()}
        >
          {attentionText.bring}
        </MenuItem>
      </Show>
      <MenuItem
        icon={<Megaphone aria-hidden="true" />}
        disabled={command.waits() !== undefined}
        onSelect={() => props.onOpen('announce')}
      >
        {stands() ? attentionText.announcement.change : attentionText.announcement.write}
      </MenuItem>
    </MenuGroup>
  )
}

function FacilitatorItems(props: { onOpen: (panel: PanelName) => void; previewHref: string }) {
  const workshop = useWorkshop()
  const command = createCommand()
  const state = () => workshop.stage.workshop
  const open = () => state()?.door === 'open'
  const locked = () => state()?.locked === true
  const hidden = () => state()?.cursors === 'hidden'
  const off = () => command.waits() !== undefined
  const voting = () => workshop.stage.ballots.some((ballot) => ballot.is === 'open')

  const turnDoor = async () => {
    const door = open() ? 'closed' : 'open'
    const called = await command.run('door', { body: { door } })
    if (called.ok) showToast({ text: door === 'open' ? facilitationText.doorOpened : facilitationText.doorClosed })
  }
  const turnLock = async () => {
    const next = !locked()
    const called = await command.run('lock', { body: { locked: next } })
    if (called.ok) showToast({ text: next ? facilitationText.locked : facilitationText.unlocked })
  }
  const turnCursors = async () => {
    const cursors = hidden() ? 'shown' : 'hidden'
    const called = await command.run('cursors', { body: { cursors } })
    if (called.ok) showToast({ text: facilitationText.cursors[cursors] })
  }
  return (
    <MenuGroup label={command.waits() ?? words.workshop}>
      <Show when={state()?.endedAt === null}>
        <MenuItem icon={<Pencil aria-hidden="true" />} disabled={off()} onSelect={() => props.onOpen('edit-brief')}>
          {words.editBrief}
        </MenuItem>
        <MenuItem
          icon={open() ? <DoorClosed aria-hidden="true" /> : <DoorOpen aria-hidden="true" />}
          detail={open() ? words.closeDoorDetail : words.openDoorDetail}
          disabled={off()}
          onSelect={() => void turnDoor()}
        >
          {open() ? words.closeDoor : words.openDoor}
        </MenuItem>
        <MenuItem
          icon={locked() ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
          detail={locked() ? undefined : words.lockDetail}
          disabled={off()}
          onSelect={() => void turnLock()}
        >
          {locked() ? words.unlock : words.lock}
        </MenuItem>
        <MenuItem
          icon={hidden() ? <MousePointer2 aria-hidden="true" /> : <MousePointer2Off aria-hidden="true" />}
          detail={hidden() ? undefined : words.hideCursorsDetail}
          disabled={off()}
          onSelect={() => void turnCursors()}
        >
          {hidden() ? words.showCursors : words.hideCursors}
        </MenuItem>
        <MenuItem
          icon={<Vote aria-hidden="true" />}
          detail={voting() ? words.ballotIsOpen : undefined}
          disabled={off() || voting()}
          onSelect={() => props.onOpen('ballot')}
        >
          {words.openBallot}
        </MenuItem>
        <MenuLink icon={<ListOrdered aria-hidden="true" />} href={`/w/${workshop.id}/plan`}>
          {words.plan}
        </MenuLink>
        <MenuLink
          icon={<MonitorUp aria-hidden="true" />}
          detail={words.showScreenDetail}
          href={`/w/${workshop.id}/show`}
          target="_blank"
        >
          {words.showScreen}
        </MenuLink>
        <MenuLink icon={<Eye aria-hidden="true" />} href={props.previewHref}>
          {words.previewParticipant}
        </MenuLink>
      </Show>
      <MenuLink
        icon={<ArchiveRestore aria-hidden="true" />}
        detail={words.copiesDetail}
        href={`/w/${workshop.id}/copies`}
      >
        {words.copies}
      </MenuLink>
      <Show when={state()?.endedAt === null}>
        <MenuItem danger icon={<Flag aria-hidden="true" />} disabled={off()} onSelect={() => props.onOpen('end')}>
          {words.end}
        </MenuItem>
      </Show>
    </MenuGroup>
  )
}
