import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Member } from '../../../shared/domain/member'
import { AnnouncementDialog } from '../../facilitation/announcement-dialog'
import { Balance } from '../../facilitation/balance'
import { DeviceDialog } from '../../facilitation/device-dialog'
import { WaitingPeople } from '../../facilitation/door'
import { EditBriefDialog } from '../../facilitation/edit-brief-dialog'
import { EndDialog } from '../../facilitation/end-dialog'
import { LeaveDialog } from '../../facilitation/leave-dialog'
import { MemberActions } from '../../facilitation/member-actions'
import { MergeOrganisations } from '../../facilitation/merge-organisations'
import { createPersonDialogs, PersonDialogs } from '../../facilitation/person-dialogs'
import { RemovedPeople } from '../../facilitation/removed-people'
import { OwnName } from '../../facilitation/rename-dialog'
import { SharePanel } from '../../facilitation/share-panel'
import type { PanelName } from '../../facilitation/workshop-menu'
import type { Passing } from '../../seats/passing'
import type { SeatsHere } from '../../seats/seats-here'
import { ShareDeviceDialog } from '../../seats/share-device-dialog'
import { Row } from '../../ui/layout'
import { OpenBallotDialog } from '../../voting/open-ballot-dialog'
import { ReadAloudDialog } from '../../workshop/news/read-aloud-dialog'
import { BriefDialog } from '../../workshop/shell/brief-dialog'
import { DoneSoFar } from '../../workshop/shell/done-so-far'
import { PeoplePanel } from '../../workshop/shell/people-panel'
import { useWorkshop } from '../../workshop/workshop-context'
import type { PanelControl } from './panel-control'

/** Everything that opens over a page of the workshop. */
export function Panels(props: { panels: PanelControl; seats: SeatsHere; passing: Passing }) {
  const workshop = useWorkshop()
  const navigate = useNavigate()
  const is = (panel: PanelName) => props.panels.open().is === panel
  const facilitates = () => workshop.me().role === 'facilitator' && !workshop.me().preview
  const first = () => {
    const now = props.panels.open()
    return now.is === 'brief' && now.first
  }
  const ended = () => (workshop.stage.workshop?.endedAt ?? null) !== null
  const mayRename = (member: Member) => member.id === workshop.me().id && !workshop.me().preview && !ended()
  const aboutPeople = createPersonDialogs()
  const close = () => props.panels.close()
  return (
    <>
      <BriefDialog
        open={is('brief')}
        reading={first() ? 'first' : 'again'}
        onClose={close}
        onEdit={facilitates() ? () => props.panels.show('edit-brief') : undefined}
        doneSoFar={<DoneSoFar />}
      />
      <PeoplePanel
        open={is('people')}
        onClose={close}
        above={
          <Show when={facilitates()}>
            <WaitingPeople />
            <Show when={!ended()}>
              <Row>
                <MergeOrganisations />
              </Row>
            </Show>
            <Balance />
          </Show>
        }
        actions={(member) => (
          <Show when={facilitates()} fallback={mayRename(member) ? <OwnName member={member} /> : undefined}>
            <MemberActions member={member} dialogs={aboutPeople} />
          </Show>
        )}
        below={
          <Show when={facilitates()}>
            <RemovedPeople />
            <PersonDialogs control={aboutPeople} />
          </Show>
        }
      />
      <ReadAloudDialog open={is('read-aloud')} onClose={close} />
      <DeviceDialog open={is('device')} onClose={close} />
      <Show when={workshop.me().role !== 'observer' && !workshop.me().preview}>
        <ShareDeviceDialog open={is('seats')} onClose={close} seats={props.seats} passing={props.passing} />
      </Show>
      <LeaveDialog open={is('leave')} onClose={close} onLeft={() => navigate('/')} />
      <Show when={facilitates()}>
        <SharePanel open={is('share')} onClose={close} />
        <AnnouncementDialog open={is('announce')} onClose={close} />
        <EditBriefDialog open={is('edit-brief')} onClose={close} />
        <Show when={is('ballot')}>
          <OpenBallotDialog
            onClose={close}
            onOpened={() => {
              close()
              navigate(`/w/${workshop.id}/results`)
            }}
          />
        </Show>
        <EndDialog open={is('end')} onClose={close} />
      </Show>
    </>
  )
}
