import { cleanup, render, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answered, refused, stubServer } from '../../connection/testing/stub-server'
import { NewWorkshopForm } from './new-workshop-form'

beforeEach(() => sessionStorage.clear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function open() {
  const onCreated = vi.fn()
  const view = render(() => <NewWorkshopForm keyNeeded={false} onCreated={onCreated} />)
  return { onCreated, fay: userEvent.setup(), ...view }
}
const create = () => screen.getByRole('button', { name: 'Create workshop' })
const created = answered({ workshop: { id: 'w1' }, canvases: [], links: [], member: {} }, 201)

describe('a new workshop', () => {
  test('a title and a name are enough', async () => {
    const { asked } = stubServer({ 'POST /api/workshops': created })
    const { fay, onCreated } = open()
    await fay.type(screen.getByLabelText('Title'), 'Homelessness funding')
    await fay.type(screen.getByLabelText('Your name'), 'Fay')
    await fay.click(create())
    expect(asked[0]?.body).toMatchObject({
      title: 'Homelessness funding',
      template: 'barriers-and-proposals',
      attribution: 'named',
      facilitator: { name: 'Fay', side: null },
      sides: { central: 'Central', local: 'Local' },
      expected: [],
    })
    expect(onCreated).toHaveBeenCalledOnce()
  })

  test('what is missing is listed and linked, and what was typed stays', async () => {
    const { asked } = stubServer({})
    const { fay } = open()
    await fay.type(screen.getByLabelText(/Purpose/), 'One settlement')
    await fay.click(create())
    const summary = screen.getByRole('alert')
    expect(document.activeElement).toBe(summary)
    expect(
      within(summary)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Enter a title', 'Enter your name'])
    await fay.click(screen.getByRole('link', { name: 'Enter a title' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Title'))
    expect(screen.getByLabelText(/Purpose/)).toHaveProperty('value', 'One settlement')
    expect(asked).toEqual([])
  })

  test('a title of 10,000 characters is refused in words and not cut', async () => {
    stubServer({})
    const { fay } = open()
    const title = screen.getByLabelText('Title')
    title.focus()
    await fay.paste('x'.repeat(10_000))
    await fay.type(screen.getByLabelText('Your name'), 'Fay')
    await fay.click(create())
    expect(screen.getByRole('alert').textContent).toContain('shorten it to 200 characters')
    expect((title as HTMLInputElement).value).toHaveLength(10_000)
  })

  test('what the server refuses is shown at its field; nothing typed is lost, also over a reload', async () => {
    stubServer({ 'POST /api/workshops': refused('not-valid', { field: 'facilitator.name' }) })
    const { fay, unmount } = open()
    await fay.type(screen.getByLabelText('Title'), 'Homelessness funding')
    await fay.type(screen.getByLabelText('Your name'), 'Fay')
    await fay.click(create())
    expect(screen.getByLabelText('Your name').getAttribute('aria-invalid')).toBe('true')
    unmount()
    open()
    expect(screen.getByLabelText('Title')).toHaveProperty('value', 'Homelessness funding')
  })

  test('the creation key is asked for when the server wants it, and is not kept', async () => {
    stubServer({ 'POST /api/workshops': refused('creation-key-wrong', { status: 403 }) })
    const { fay } = open()
    await fay.type(screen.getByLabelText('Title'), 'Homelessness funding')
    await fay.type(screen.getByLabelText('Your name'), 'Fay')
    await fay.click(create())
    await fay.type(screen.getByLabelText('Creation key'), 'open sesame')
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('open sesame')
  })

  test('safe space has its place, and cannot be chosen yet', () => {
    open()
    expect(screen.getByRole('radio', { name: 'Safe space' })).toHaveProperty('disabled', true)
  })

  test('a pasted list becomes rows', async () => {
    const { asked } = stubServer({ 'POST /api/workshops': created })
    const { fay } = open()
    await fay.click(screen.getByRole('button', { name: 'Paste a list' }))
    screen.getByLabelText('One organisation on each line').focus()
    await fay.paste('Northshire Council\nThe Department, Central')
    await fay.click(screen.getByRole('button', { name: 'Add these' }))
    await fay.click(screen.getByRole('button', { name: 'Remove Northshire Council' }))
    await fay.type(screen.getByLabelText('Title'), 'T')
    await fay.type(screen.getByLabelText('Your name'), 'Fay')
    await fay.click(create())
    expect(asked[0]?.body).toMatchObject({ expected: [{ name: 'The Department', side: 'central' }] })
  })
})
