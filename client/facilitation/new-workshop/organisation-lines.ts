import { organisationKey } from '../../../shared/domain/member'
import type { Side, SideNames } from '../../../shared/domain/side'
import { SIDES, sideName } from '../../../shared/domain/side'
import type { ExpectedOrganisation } from '../../../shared/domain/workshop'

/**
 * Reads a pasted list: one organisation a line, its side after a comma or a tab (a column of a spreadsheet). A last part
 * that is no side belongs to the name, as in "Ministry of Housing, Communities and Local Government".
 */
export function readOrganisations(pasted: string, sides: SideNames, otherwise: Side): ExpectedOrganisation[] {
  const found = new Map<string, ExpectedOrganisation>()
  for (const line of pasted.split(/\r?\n/)) {
    const parts = line.split(/[,\t;]/)
    const said = parts.length > 1 ? sideOf(parts.at(-1) ?? '', sides) : undefined
    const name = (said ? parts.slice(0, -1).join(',') : line).replace(/\s+/g, ' ').trim()
    const key = organisationKey(name)
    if (key !== '' && !found.has(key)) found.set(key, { name, side: said ?? otherwise })
  }
  return [...found.values()]
}

function sideOf(word: string, sides: SideNames): Side | undefined {
  const wanted = word.trim().toLowerCase()
  return SIDES.find((side) => side === wanted || sideName(side, sides).toLowerCase() === wanted)
}

/** Adds what is not listed yet; `most` is the limit of the list. */
export function addOrganisations(
  listed: readonly ExpectedOrganisation[],
  more: readonly ExpectedOrganisation[],
  most: number,
): ExpectedOrganisation[] {
  const kept = listed.filter((one) => one.name.trim() !== '')
  const known = new Set(kept.map((one) => organisationKey(one.name)))
  return [...kept, ...more.filter((one) => !known.has(organisationKey(one.name)))].slice(0, most)
}
