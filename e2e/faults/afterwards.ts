import { expect } from 'vitest'
import { readCanvas } from '../../shared/document/projection'
import { allNotes } from '../../shared/domain/canvas-view'
import { Hand } from './hand'
import { countLost, hasGaps, Ledger } from './ledger'
import { Scribe, type Seat } from './scribe'

/**
 * After a fault somebody opens the canvas with an empty copy. All that was acknowledged is there; the canvas can be read,
 * is the same log gone on past every position that was told, and takes what is written. Answers how much was acknowledged.
 */
export async function expectAllThere(seat: Seat, before: Ledger, random: () => number): Promise<number> {
  const told = new Ledger()
  const reader = await Scribe.open(seat, told.reportOf(seat.name))
  const acknowledged = before.acknowledged()
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(countLost(reader.document, acknowledged), 'acknowledged edits lost').toBe(0)
  expect(hasGaps(reader.document)).toBe(false)
  expect(allNotes(readCanvas(reader.document)).length).toBeGreaterThan(0)
  new Hand(reader, random).edit()
  await reader.whenSaved()
  reader.close()
  expect(told.epoch).toBe(before.epoch)
  expect(told.position).toBeGreaterThan(before.position)
  return acknowledged.length
}
