import { render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { NotKeptBar } from './not-kept-bar'
import { workshopOf } from './testing/workshop-of'
import { WorkshopInsideProvider } from './workshop-context'

test('[L32] where the device keeps nothing it says so until that is read, and again should it stop once more', async () => {
  const { inside } = workshopOf()
  const [isNotKept, setNotKept] = createSignal(false)
  render(() => (
    <WorkshopInsideProvider inside={{ ...inside, isNotKept }}>
      <NotKeptBar />
    </WorkshopInsideProvider>
  ))
  const bar = () => screen.queryByRole('region', { name: 'Not kept on this device' })
  expect(bar()).toBeNull()
  setNotKept(true)
  expect(bar()?.textContent).toContain('If you lose the connection, keep this page open until you are back.')
  await userEvent.click(screen.getByRole('button', { name: 'Close this message' }))
  expect(bar()).toBeNull()
  setNotKept(false)
  setNotKept(true)
  expect(bar()).not.toBeNull()
})
