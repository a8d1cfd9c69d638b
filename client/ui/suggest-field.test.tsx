import { cleanup, render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { SuggestField } from './suggest-field'

afterEach(cleanup)
// jsdom draws nothing, so it cannot scroll either
Element.prototype.scrollIntoView = () => {}

const COUNCILS = ['Northshire Council', 'Westshire Council', 'Department'].map((value) => ({ value }))

function organisationField() {
  const [value, setValue] = createSignal('')
  render(() => <SuggestField label="Organisation" value={value()} onValue={setValue} suggestions={COUNCILS} />)
  return { value, input: screen.getByRole('combobox', { name: 'Organisation' }), person: userEvent.setup() }
}

const offered = () => screen.queryAllByRole('option').map((one) => one.textContent)

test('offers what contains the text, and arrow and Enter take one', async () => {
  const { value, input, person } = organisationField()
  await person.click(input)
  expect(offered()).toEqual(['Northshire Council', 'Westshire Council', 'Department'])
  await person.keyboard('shire{ArrowDown}{ArrowDown}')
  expect(offered()).toEqual(['Northshire Council', 'Westshire Council'])
  expect(input.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]?.id)
  await person.keyboard('{Enter}')
  expect(value()).toBe('Westshire Council')
  expect(offered()).toEqual([])
})

test('anything else may be typed, and Escape only closes the list', async () => {
  const { value, input, person } = organisationField()
  await person.click(input)
  await person.keyboard('depart{Escape}')
  expect(offered()).toEqual([])
  expect(value()).toBe('depart')
  await person.keyboard(' of Works')
  expect(value()).toBe('depart of Works')
})
