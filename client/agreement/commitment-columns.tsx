import Plus from 'lucide-solid/icons/plus'
import { For, Show } from 'solid-js'
import { type ActionDraft, onlySide } from '../../shared/domain/action'
import { SIDES, type Side } from '../../shared/domain/side'
import { agreementText } from '../text/agreement'
import { Button } from '../ui/button'
import { classes } from '../ui/classes'
import { focusOn } from '../ui/focus'
import { SideMark } from '../ui/mark'
import styles from './agreement.module.css'
import { useAgreementPage } from './agreement-page'
import { CommitmentEditor } from './commitment-editor'
import { fieldIds } from './missing'
import { knownOrganisations } from './organisations'

/** Central beside local, others below them once there are some: who promises what. */
export function CommitmentColumns(props: { draft: ActionDraft; errorAt: (fieldId: string) => string | undefined }) {
  const page = useAgreementPage()
  const ofSide = (side: Side) => props.draft.commitments.filter((c) => c.side === side).map((c) => c.id)
  const hasOthers = () => ofSide('other').length > 0
  const add = (side: Side) => {
    const { me } = page.workshop
    const mine = me().side === side ? me().organisation : onlyOneOf(side)
    const id = page.edits.addCommitment(props.draft.id, { side, organisation: mine })
    if (id) queueMicrotask(() => focusOn(fieldIds.what(id)))
  }
  /** Where a side is one organisation, it need not be typed. */
  const onlyOneOf = (side: Side) => {
    const { workshop, people } = page.workshop.stage
    const known = knownOrganisations({ expected: workshop?.expected ?? [], people }).filter((one) => one.side === side)
    return known.length === 1 ? known[0]?.name : undefined
  }
  const columns = () => SIDES.filter((side) => side !== 'other' || hasOthers())
  return (
    <div class={styles.columns}>
      <For each={columns()}>
        {(side) => (
          <fieldset
            class={classes(styles.column, side === 'other' && styles.across)}
            aria-label={agreementText.wording.commits(page.sideName(side))}
          >
            <For each={ofSide(side)}>
              {(id) => (
                <Show when={props.draft.commitments.find((c) => c.id === id)}>
                  {(commitment) => (
                    <CommitmentEditor draft={props.draft} commitment={commitment()} errorAt={props.errorAt} />
                  )}
                </Show>
              )}
            </For>
            <div class={classes(styles.add, ofSide(side).length === 0 && styles.vacant)}>
              <Show when={ofSide(side).length === 0}>
                <SideMark side={side} label={agreementText.wording.commits(page.sideName(side))} />
              </Show>
              <Show when={page.workshop.may('word-action')}>
                <Button
                  id={side === 'central' ? fieldIds.add(props.draft.id) : undefined}
                  kind={ofSide(side).length === 0 ? 'plain' : 'quiet'}
                  start
                  class={styles.wraps}
                  icon={<Plus />}
                  onClick={() => add(side)}
                >
                  {agreementText.editing.add(page.sideName(side))}
                </Button>
              </Show>
            </div>
          </fieldset>
        )}
      </For>
      <Show when={page.workshop.may('word-action') && !hasOthers() && !onlySide(props.draft.commitments)}>
        <div class={styles.across}>
          <Button kind="quiet" small icon={<Plus />} onClick={() => add('other')}>
            {agreementText.editing.add(page.sideName('other'))}
          </Button>
        </div>
      </Show>
    </div>
  )
}
