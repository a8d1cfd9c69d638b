import { expect, test } from 'vitest'
import { openServer } from '../testing/open-server'

test('create, join, command: everybody’s stage follows', async () => {
  const server = await openServer()
  const { facilitator, workshop, link } = await server.create()
  const sam = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
  expect(sam.stage().workshop?.title).toBe('Homelessness funding')
  const { browser: amina, member } = await server.join(link('central'), { organisation: 'Department' })
  await sam.until(() => sam.stage().people.some((one) => one.id === member.id))
  const stage = await amina.open({ kind: 'stage', workshopId: workshop.id })
  const next = await facilitator.post(`/api/workshops/${workshop.id}/steps/next`, { revision: 0 })
  expect(next.status).toBe(200)
  await stage.until(() => stage.stage().stage.revision === 1)
  await server.close()
})
