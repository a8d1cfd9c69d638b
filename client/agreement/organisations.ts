import { type AskedOrganisation, type Commitment, organisationsNamed } from '../../shared/domain/action'
import { type Member, organisationKey } from '../../shared/domain/member'
import { SIDES } from '../../shared/domain/side'
import type { ExpectedOrganisation } from '../../shared/domain/workshop'

/** An organisation that may be asked. `ticked`: it is named in a commitment. `here`: somebody who may answer has joined. */
export type Candidate = AskedOrganisation & { ticked: boolean; here: boolean }

type Known = { expected: readonly ExpectedOrganisation[]; people: readonly Member[] }

/**
 * Those named in a commitment or asked before, ticked; then everybody else known. Each once, on the side it was first
 * met on.
 */
export function candidates(
  commitments: readonly Commitment[],
  known: Known,
  askedBefore: readonly AskedOrganisation[] = [],
): Candidate[] {
  const named = organisationsNamed(commitments)
  const here = new Set(known.people.filter(mayAnswer).map((member) => organisationKey(member.organisation)))
  const found = new Map<string, Candidate>()
  const add = ({ name, side }: AskedOrganisation, ticked: boolean) => {
    const key = organisationKey(name)
    if (key !== '' && !found.has(key)) found.set(key, { name: name.trim(), side, ticked, here: here.has(key) })
  }
  for (const organisation of named) add(organisation, true)
  for (const organisation of askedBefore) add(organisation, true)
  for (const organisation of knownOrganisations(known)) add(organisation, false)
  // a stable sort: those ticked first, and sides in the order they have everywhere
  return [...found.values()].sort(
    (a, b) => Number(b.ticked) - Number(a.ticked) || SIDES.indexOf(a.side) - SIDES.indexOf(b.side),
  )
}

/** Expected ones in the order given, then those that members came from. Who stands on no side brings none. */
export function knownOrganisations({ expected, people }: Known): AskedOrganisation[] {
  const found = new Map<string, AskedOrganisation>()
  const joined = people.flatMap(({ organisation, side, removedAt }) =>
    side !== null && removedAt === null ? { name: organisation, side } : [],
  )
  for (const { name, side } of [...expected, ...joined]) {
    const key = organisationKey(name)
    if (key !== '' && !found.has(key)) found.set(key, { name: name.trim(), side })
  }
  return [...found.values()]
}

function mayAnswer(member: Member): boolean {
  return member.removedAt === null && member.role !== 'observer'
}

/** Of central and local, those with nobody asked: without them it cannot become a record. */
export function sidesNotAsked(asked: readonly AskedOrganisation[]): ('central' | 'local')[] {
  return (['central', 'local'] as const).filter((side) => !asked.some((organisation) => organisation.side === side))
}
