import { cleanup, render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { ErrorSummary, type FormError } from './error-summary'
import { TextField } from './text-field'

afterEach(cleanup)

test('takes focus at each attempt, and its links lead to the fields', async () => {
  const person = userEvent.setup()
  const [errors, setErrors] = createSignal<FormError[]>([])
  render(() => (
    <>
      <ErrorSummary title="There is a problem" errors={errors()} />
      <TextField id="name" label="Your name" />
    </>
  ))
  expect(screen.queryByRole('alert')).toBeNull()

  setErrors([{ message: 'Enter your name', fieldId: 'name' }])
  expect(document.activeElement).toBe(screen.getByRole('alert'))

  await person.click(screen.getByRole('link', { name: 'Enter your name' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Your name'))
  expect(location.hash).toBe('')

  setErrors([{ message: 'Enter your name', fieldId: 'name' }])
  expect(document.activeElement).toBe(screen.getByRole('alert'))
})
