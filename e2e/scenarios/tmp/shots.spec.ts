import { linkOf } from '../../actors/device'
import { Sharing } from '../../actors/sharing'
import { test } from '../../fixtures/workshop-test'

for (const [name, options] of [
  ['phone', { viewport: { width: 390, height: 844 }, hasTouch: true }],
  ['wide', { viewport: { width: 1280, height: 800 } }],
  ['dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
] as const) {
  test(`shots ${name}`, async ({ gather, arrives }) => {
    const { created, facilitator } = await gather({ facilitator: 'list' })
    const amina = await arrives('Amina', options)
    await amina.joins({ link: linkOf(created, 'central').url }, { organisation: 'Department' })
    await amina.startsReading()
    await amina.opens(`/w/${created.workshop.id}/list`)
    const phone = new Sharing(amina.page)
    await phone.opens()
    await amina.page.screenshot({ path: `/tmp/shots-seats/dialog-${name}.png` })
    await amina.page.keyboard.press('Escape')
    await phone.adds('Sam')
    await amina.list.addsNote('Annual bids make us hire in March')
    await amina.page.screenshot({ path: `/tmp/shots-seats/bar-${name}.png` })
    if (name !== 'phone') {
      await amina.opens(`/w/${created.workshop.id}`)
      await amina.board.isReady()
      await amina.page.screenshot({ path: `/tmp/shots-seats/board-${name}.png` })
      await amina.opens(`/w/${created.workshop.id}/list`)
    }
    await phone.opens()
    await amina.page.screenshot({ path: `/tmp/shots-seats/dialog2-${name}.png` })
    await amina.page.keyboard.press('Escape')
    await phone.passesTo('Sam')
    await amina.page.screenshot({ path: `/tmp/shots-seats/hand-${name}.png` })
    await facilitator.page.close()
  })
}
