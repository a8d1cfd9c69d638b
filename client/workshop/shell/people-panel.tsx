import { Key } from '@solid-primitives/keyed'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import type { Member } from '../../../shared/domain/member'
import { type Side, sideName } from '../../../shared/domain/side'
import { peopleText as words } from '../../text/people'
import { shellText } from '../../text/shell'
import { Badge } from '../../ui/badge'
import { classes } from '../../ui/classes'
import { Sheet } from '../../ui/dialog'
import { createGrowing } from '../../ui/growing'
import { SideMark } from '../../ui/mark'
import { sayAfterPause } from '../../ui/say-after-pause'
import { TextField } from '../../ui/text-field'
import { useWorkshop } from '../workshop-context'
import { COARSE, createMediaQuery } from './media'
import { findPeople, firstOf, groupPeople } from './people-groups'
import styles from './people-panel.module.css'

/** With fewer everybody is in view, and a field would only be in the way. */
const MANY = 12

/** Focus goes here when the person it was at is not in the list any more. */
export const PEOPLE_LIST = 'people-list'
export const personButtonId = (id: Member['id']) => `person-${id}`

/** Everybody in the workshop, by side and organisation, with who has a screen open now. */
export function PeoplePanel(props: {
  open: boolean
  onClose: () => void
  /** What can be done with a person. */
  actions?: (member: Member) => JSX.Element
  /** Over the list: who waits at the door, and what a facilitator does with many at once. */
  above?: JSX.Element
  /** Under the list: people who were removed. */
  below?: JSX.Element
}) {
  const workshop = useWorkshop()
  const touch = createMediaQuery(COARSE)
  return (
    <Sheet
      open={props.open}
      onClose={props.onClose}
      title={words.title}
      description={words.lead(workshop.here().length, workshop.stage.people.length)}
      // on a phone a field that takes focus brings up the keyboard, over the list one came to read
      startsAtTitle={touch()}
    >
      {props.above}
      <People actions={props.actions} />
      {props.below}
    </Sheet>
  )
}

function People(props: { actions?: (member: Member) => JSX.Element }) {
  const workshop = useWorkshop()
  const [wanted, setWanted] = createSignal('')
  const hereIds = createMemo(() => new Set(workshop.here().map((member) => member.id)))
  const found = createMemo(() => findPeople(workshop.stage.people, wanted()))
  const grouped = createMemo(() => groupPeople(found(), (id) => hereIds().has(id)))
  const most = createGrowing(() => found().length)
  const groups = createMemo(() => firstOf(grouped(), most()))
  const nameOf = (side: Side | null) =>
    side === null ? words.noSide : sideName(side, workshop.stage.workshop?.sides ?? { central: '', local: '' })
  sayAfterPause(wanted, () => (wanted().trim() === '' ? '' : words.found(found().length)))
  return (
    <>
      <Show when={workshop.stage.people.length > MANY}>
        <TextField type="search" label={words.find} value={wanted()} onValue={setWanted} autocomplete="off" />
      </Show>
      <section id={PEOPLE_LIST} tabindex="-1" class={styles.list} aria-label={words.list}>
        <Show when={found().length > 0} fallback={<p class={styles.quiet}>{words.nobodyFound}</p>}>
          {/* by key: somebody comes in, and the menu that is open further down stays open */}
          <Key each={groups()} by="side">
            {(group) => (
              <section class={styles.group}>
                <h3 class={styles.side}>
                  <SideMark side={group().side} label={nameOf(group().side)} />
                  <Count here={group().here} all={group().count} />
                </h3>
                <Key each={group().organisations} by="key">
                  {(organisation) => (
                    <div class={styles.organisation}>
                      <h4 class={styles.name}>
                        <bdi>{organisation().name || words.noOrganisation}</bdi>
                        <Show when={organisation().count > 1}>
                          <Count here={organisation().here} all={organisation().count} />
                        </Show>
                      </h4>
                      <ul class="plain-list">
                        <For each={organisation().people}>
                          {(member) => (
                            <Person
                              member={member}
                              here={hereIds().has(member.id)}
                              isMe={member.id === workshop.me().id}
                              actions={props.actions?.(member)}
                            />
                          )}
                        </For>
                      </ul>
                    </div>
                  )}
                </Key>
              </section>
            )}
          </Key>
        </Show>
      </section>
    </>
  )
}

function Count(props: { here: number; all: number }) {
  return <span class={styles.count}>{words.hereOf(props.here, props.all)}</span>
}

function Person(props: { member: Member; here: boolean; isMe: boolean; actions: JSX.Element }) {
  return (
    <li class={styles.person}>
      <span class={classes(styles.dot, props.here && styles.on)} aria-hidden="true" />
      <span class={styles.who}>
        <bdi>{props.member.name}</bdi>
        <Show when={props.isMe}>
          <span class={styles.quiet}> ({words.you})</span>
        </Show>
      </span>
      <Show when={props.member.role !== 'participant'}>
        <Badge>{shellText.role[props.member.role]}</Badge>
      </Show>
      <span class={styles.quiet}>{props.here ? words.isHere : words.isAway}</span>
      {props.actions}
    </li>
  )
}
