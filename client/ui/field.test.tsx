import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal, For } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { FieldGroup } from './field'
import { Select, TextField } from './text-field'

afterEach(cleanup)

test('an error that comes later marks the field and is linked to it, after the hint', () => {
  const [error, setError] = createSignal<string>()
  render(() => <TextField label="Your name" hint="As others will see it" error={error()} />)
  const input = screen.getByRole('textbox', { name: 'Your name' })
  expect(described(input)).toEqual(['As others will see it'])
  expect(input.hasAttribute('aria-invalid')).toBe(false)

  setError('Enter your name')
  expect(described(input)).toEqual(['As others will see it', 'Enter your name'])
  expect(input.getAttribute('aria-invalid')).toBe('true')

  setError(undefined)
  expect(described(input)).toEqual(['As others will see it'])
})

test('the id handed in is the one of the input, so that an error summary can link to it', () => {
  render(() => <TextField id="title" label="Title" />)
  expect(screen.getByLabelText('Title').id).toBe('title')
})

test('every key reaches onValue, and too long a text is counted, not cut', () => {
  const [text, setText] = createSignal('')
  render(() => <TextField label="Title" limit={5} value={text()} onValue={setText} />)
  const input = screen.getByLabelText<HTMLInputElement>('Title')
  input.value = 'Homeless'
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  expect(text()).toBe('Homeless')
  expect(screen.getByText('3 characters too many')).toBeTruthy()
})

test('a select shows its value, whichever options come first or come later', () => {
  const [all, setAll] = createSignal(['central', 'local'])
  const [value, setValue] = createSignal('')
  render(() => (
    <Select label="Side" value={value()}>
      <For each={all()}>{(side) => <option value={side}>{side}</option>}</For>
      <option value="">No side</option>
    </Select>
  ))
  const select = screen.getByLabelText<HTMLSelectElement>('Side')
  expect(select.value).toBe('')
  setValue('local')
  expect(select.value).toBe('local')
  setAll(['other', 'local', 'central'])
  expect(select.value).toBe('local')
})

test('a group of fields has its error as description', () => {
  render(() => (
    <FieldGroup label="Who is asked?" error="Tick at least one">
      <input type="checkbox" aria-label="Department" />
    </FieldGroup>
  ))
  expect(described(screen.getByRole('group', { name: 'Who is asked?' }))).toEqual(['Tick at least one'])
})

function described(element: HTMLElement): (string | null | undefined)[] {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent)
}
