import { type Member, organisationKey } from '../../../shared/domain/member'
import { SIDES, type Side } from '../../../shared/domain/side'

export type OrganisationGroup = { key: string; name: string; people: Member[]; count: number; here: number }
export type SideGroup = { side: Side | null; organisations: OrganisationGroup[]; count: number; here: number }

/** By side in their fixed order, those on no side last; organisations by name, people as they joined. */
export function groupPeople(people: readonly Member[], isHere: (id: Member['id']) => boolean): SideGroup[] {
  const bySide = new Map<Side | null, Map<string, OrganisationGroup>>()
  for (const member of people) {
    const organisations = bySide.get(member.side) ?? new Map<string, OrganisationGroup>()
    bySide.set(member.side, organisations)
    const key = organisationKey(member.organisation)
    const group = organisations.get(key) ?? { key, name: member.organisation, people: [], count: 0, here: 0 }
    organisations.set(key, group)
    group.people.push(member)
    group.count += 1
    if (isHere(member.id)) group.here += 1
  }
  return [...SIDES, null].flatMap((side) => {
    const groups = [...(bySide.get(side)?.values() ?? [])].sort((a, b) => byName.compare(a.name, b.name))
    if (groups.length === 0) return []
    const count = groups.reduce((sum, group) => sum + group.count, 0)
    return [{ side, organisations: groups, count, here: groups.reduce((sum, group) => sum + group.here, 0) }]
  })
}

/** As far as the first so many people; the counts stay those of everybody. */
export function firstOf(groups: readonly SideGroup[], most: number): SideGroup[] {
  let left = most
  return groups.flatMap((group) => {
    const organisations = group.organisations.flatMap((one) => {
      const people = one.people.slice(0, Math.max(0, left))
      left -= people.length
      return people.length === 0 ? [] : [{ ...one, people, count: one.count }]
    })
    return organisations.length === 0 ? [] : [{ ...group, organisations }]
  })
}

/** Made once: comparing with the locale by itself makes a new one each time, which takes most of opening a long list. */
const byName = new Intl.Collator('en-GB')

/** Whose name or organisation contains every word that was typed. */
export function findPeople(people: readonly Member[], wanted: string): readonly Member[] {
  const parts = plain(wanted).split(/\s+/).filter(Boolean)
  if (parts.length === 0) return people
  return people.filter(({ name, organisation }) => {
    const text = plain(`${name} ${organisation}`)
    return parts.every((part) => text.includes(part))
  })
}

/** Without accents and capitals: nobody looks for "José" with the accent when in a hurry. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
