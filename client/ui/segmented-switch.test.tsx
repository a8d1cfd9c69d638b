import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { SegmentedSwitch } from './segmented-switch'

afterEach(cleanup)

test('a link stays the same element while others come and addresses change: neither a press nor focus is lost', () => {
  const [voting, setVoting] = createSignal(false)
  const items = () => [
    { id: 'list', href: voting() ? '/w/1/list?canvas=2' : '/w/1/list', label: 'List', current: !voting() },
    ...(voting() ? [{ id: 'results', href: '/w/1/results', label: 'Vote', current: true }] : []),
    { id: 'record', href: '/w/1/record', label: 'Record', current: false },
  ]
  render(() => <SegmentedSwitch label="Views" items={items()} />)
  const [list, record] = [screen.getByRole('link', { name: 'List' }), screen.getByRole('link', { name: 'Record' })]
  record.focus()
  setVoting(true)
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['List', 'Vote', 'Record'])
  expect(screen.getByRole('link', { name: 'List' })).toBe(list)
  expect(list.getAttribute('href')).toBe('/w/1/list?canvas=2')
  expect(list.getAttribute('aria-current')).toBeNull()
  expect(document.activeElement).toBe(record)
})
