import { Key } from '@solid-primitives/keyed'
import X from 'lucide-solid/icons/x'
import { createMemo, Show } from 'solid-js'
import type { ActionDraft, Commitment } from '../../shared/domain/action'
import type { CommitmentId } from '../../shared/domain/ids'
import { agreementText } from '../text/agreement'
import { IconButton } from '../ui/button'
import { Menu, MenuCheck, MenuGroup } from '../ui/menu'
import { CommitmentLink } from '../workshop/actions/action-wording'
import { commitmentName, type KnownCommitment } from '../workshop/actions/known-commitments'
import styles from './agreement.module.css'
import { useAgreementPage } from './agreement-page'

const text = agreementText.editing

/** Which commitments have to move first: chosen from a menu, shown as lines that can be taken away. */
export function WaitsOn(props: {
  draft: ActionDraft
  commitment: Commitment
  label: string
  /** Only read just now. */
  closed: boolean
  onChange: (waitsOn: CommitmentId[]) => void
}) {
  const page = useAgreementPage()
  const chosen = createMemo(() => props.commitment.waitsOn.flatMap((id) => page.known().get(id) ?? []))
  const groups = createMemo(() => groupsOf([...page.known().values()], props.draft, props.commitment))
  const set = (id: CommitmentId, waits: boolean) => {
    const others = props.commitment.waitsOn.filter((other) => other !== id)
    props.onChange(waits ? [...others, id] : others)
  }
  return (
    <>
      <Key each={chosen()} by="id">
        {(other) => (
          <div class={styles.waits}>
            <p>
              <span>{agreementText.wording.waitsOn}</span> <CommitmentLink to={other()} />
            </p>
            <Show when={!props.closed}>
              <IconButton
                small
                label={text.stopWaiting(commitmentName(other()))}
                onClick={() => set(other().id, false)}
              >
                <X aria-hidden="true" />
              </IconButton>
            </Show>
          </div>
        )}
      </Key>
      <Show when={!props.closed}>
        <div>
          <Menu small kind="quiet" label={text.waitsOn} name={text.waitsOnNamed(props.label)} class={styles.waitsOn}>
            <Show when={groups().length > 0} fallback={<p class={styles.menuNote}>{text.waitsOnNone}</p>}>
              <Key each={groups()} by="id">
                {(group) => (
                  <MenuGroup label={group().label}>
                    <Key each={group().commitments} by="id">
                      {(other) => (
                        <MenuCheck
                          checked={props.commitment.waitsOn.includes(other().id)}
                          onChecked={(waits) => set(other().id, waits)}
                        >
                          {commitmentName(other())}
                        </MenuCheck>
                      )}
                    </Key>
                  </MenuGroup>
                )}
              </Key>
            </Show>
          </Menu>
        </div>
      </Show>
    </>
  )
}

type Group = { id: string; label: string; commitments: KnownCommitment[] }

/** By action, this one first; those without a word yet cannot be told apart and are not offered. */
function groupsOf(known: readonly KnownCommitment[], draft: ActionDraft, mine: Commitment): Group[] {
  const groups = new Map<string, Group>([[draft.id, { id: draft.id, label: text.thisAction, commitments: [] }]])
  for (const other of known) {
    if (other.id === mine.id || commitmentName(other) === '') continue
    const label = other.action.trim() || agreementText.noTitle
    const group = groups.get(other.actionId) ?? { id: other.actionId, label, commitments: [] }
    group.commitments.push(other)
    groups.set(other.actionId, group)
  }
  return [...groups.values()].filter((group) => group.commitments.length > 0)
}
