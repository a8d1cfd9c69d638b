import { cleanup, render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { ErrorBoundary, Show } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { late } from './late'

afterEach(cleanup)

const Page = (props: { name: string }) => <h1>{props.name}</h1>

test('what has not come yet says that it is on its way, and is there once it has; the second time at once', async () => {
  let arrive: () => void = () => undefined
  const came = new Promise<void>((resolve) => (arrive = resolve))
  const Board = late(
    () => came.then(() => Page),
    () => <p>Loading</p>,
  )
  render(() => <Board name="Board" />)
  expect(screen.getByText('Loading')).toBeTruthy()
  arrive()
  expect(await screen.findByRole('heading', { name: 'Board' })).toBeTruthy()
  cleanup()
  render(() => <Board name="Board again" />)
  expect(screen.getByRole('heading', { name: 'Board again' })).toBeTruthy()
})

test('what was loaded beforehand is there at once', async () => {
  const Board = late(
    async () => Page,
    () => <p>Loading</p>,
  )
  await Board.preload()
  render(() => <Board name="Board" />)
  expect(screen.getByRole('heading', { name: 'Board' })).toBeTruthy()
})

test('what failed to load is told, and tried again when it is shown again', async () => {
  let isThere = false
  const Board = late(
    () => (isThere ? Promise.resolve(Page) : Promise.reject(new Error('no network'))),
    () => <p>Loading</p>,
  )
  render(() => (
    <ErrorBoundary
      fallback={(_fault, again) => (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    >
      <Show when={true}>
        <Board name="Board" />
      </Show>
    </ErrorBoundary>
  ))
  const again = await screen.findByRole('button', { name: 'Try again' })
  isThere = true
  await userEvent.setup().click(again)
  expect(await screen.findByRole('heading', { name: 'Board' })).toBeTruthy()
})
