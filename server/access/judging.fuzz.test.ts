import { expect, test } from 'vitest'
import type { CanvasDocument } from '../../shared/document/authorship'
import { STEP_RIGHTS, type StepRight } from '../../shared/domain/agenda'
import { type Deed, mayDo } from '../../shared/domain/deeds'
import type { Allowed } from '../../shared/domain/rights'
import { seeded, seedsToRun } from '../../shared/testing/random'
import { forge, honestEdit, openWorld, tryOut } from '../testing/forging'
import { findHarm } from '../testing/harm'
import { AMINA } from '../testing/honest'
import { judgeOfCanvas } from './judging'

const some = <T>(random: () => number, list: readonly T[]) => list.filter(() => random() < 0.5)

test.each(seedsToRun())(
  '[A9] [A10] [A11] [A17] [A18] no forged update passes and no honest one is refused (seed %i)',
  (seed) => {
    const random = seeded(seed)
    const world = openWorld(random)
    for (let round = 0; round < 60; round += 1) {
      const allowed: Pick<Allowed, 'now' | 'finishing'> = {
        now: some<StepRight>(random, STEP_RIGHTS),
        finishing: some<StepRight>(random, STEP_RIGHTS),
      }
      const can = (deed: Deed) => mayDo('participant', deed, allowed)
      const deny = (deed: Deed) => (can(deed) ? undefined : ('step-does-not-allow' as const))
      const judge = judgeOfCanvas({ id: AMINA, sides: new Set(['central']), deny })
      const judged = (edit: (document: CanvasDocument) => void) => {
        const { touches, before, after } = tryOut(world.document, edit)
        const refusal = touches.map((touch) => judge(touch, world.document, touches)).find((code) => code !== undefined)
        const writer = { id: AMINA, side: 'central', allowed, locked: world.locked }
        return { refusal, harm: findHarm(before, after, writer) }
      }
      const honest = honestEdit(world, random)
      const { refusal, harm } = judged(honest.edit)
      const isFree = !honest.on.some((id) => findHarm.isLocked(world.document, id, world.locked))
      const isHonest = honest.needs.every(can) && isFree
      expect(refusal === undefined, `${honest.name} ${JSON.stringify(allowed)}: ${refusal}`).toBe(isHonest)
      expect(harm === undefined, `the checker agrees on ${honest.name}: ${harm}`).toBe(isHonest)
      const forged = judged((document) => forge(document, world, random))
      if (forged.harm !== undefined) expect(forged.refusal, forged.harm).toBeDefined()
    }
  },
)
