import { Key } from '@solid-primitives/keyed'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { type Member, organisationKey } from '../../../shared/domain/member'
import { SIDES, type Side, sideName } from '../../../shared/domain/side'
import { shellText } from '../../text/shell'
import { workshopShellText as words } from '../../text/workshop-shell'
import { Badge } from '../../ui/badge'
import { classes } from '../../ui/classes'
import { Sheet } from '../../ui/dialog'
import { SideMark } from '../../ui/mark'
import { useWorkshop } from '../workshop-context'
import styles from './people-panel.module.css'

type Group = { side: Side | null; organisations: { name: string; people: Member[] }[]; count: number }

/** Everybody in the workshop, by side and organisation, with who has a screen open now. */
export function PeoplePanel(props: {
  open: boolean
  onClose: () => void
  /** What a facilitator can do with a person. */
  actions?: (member: Member) => JSX.Element
  /** Over the list: who waits at the door. */
  above?: JSX.Element
  /** Under the list: people who were removed. */
  below?: JSX.Element
}) {
  const workshop = useWorkshop()
  const hereIds = createMemo(() => new Set(workshop.here().map((member) => member.id)))
  const groups = createMemo(() => groupPeople(workshop.stage.people))
  const nameOf = (side: Side | null) =>
    side === null ? words.noSide : sideName(side, workshop.stage.workshop?.sides ?? { central: '', local: '' })
  return (
    <Sheet
      open={props.open}
      onClose={props.onClose}
      title={words.people}
      description={words.peopleLead(hereIds().size, workshop.stage.people.length)}
    >
      {props.above}
      {/* by key: somebody comes in, and the menu that is open further down stays open */}
      <Key each={groups()} by="side">
        {(group) => (
          <section class={styles.group}>
            <h3 class={styles.side}>
              <SideMark side={group().side} label={nameOf(group().side)} />
              <span class={styles.count}>{group().count}</span>
            </h3>
            <Key each={group().organisations} by="name">
              {(organisation) => (
                <div class={styles.organisation}>
                  <h4 class={styles.name}>{organisation().name || words.noOrganisation}</h4>
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
      {props.below}
    </Sheet>
  )
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

/** By side in their fixed order, those on no side last; organisations by name, people as they joined. */
export function groupPeople(people: readonly Member[]): Group[] {
  return [...SIDES, null].flatMap((side) => {
    const members = people.filter((member) => member.side === side)
    const byKey = new Map<string, { name: string; people: Member[] }>()
    for (const member of members) {
      const key = organisationKey(member.organisation)
      const known = byKey.get(key)
      if (known) known.people.push(member)
      else byKey.set(key, { name: member.organisation, people: [member] })
    }
    const organisations = [...byKey.values()].sort((a, b) => a.name.localeCompare(b.name))
    return members.length === 0 ? [] : [{ side, organisations, count: members.length }]
  })
}
