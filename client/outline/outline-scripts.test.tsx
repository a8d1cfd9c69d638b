import { screen } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { aroundEveryTest, openList } from './testing/open-list'

aroundEveryTest()

test('[L56] a note in another script runs its own way, and a title does not turn the words round it', () => {
  const { note, cluster, show } = openList()
  cluster('المال يأتي متأخرا', 'barrier')
  note('من يقرر؟ 3 مكاتب')
  note('Zoe\u0308 asked 👩🏽‍⚕️ twice')
  show()
  expect(screen.getByText('من يقرر؟ 3 مكاتب').getAttribute('dir')).toBe('auto')
  expect(screen.getByText('Zoe\u0308 asked 👩🏽‍⚕️ twice').getAttribute('dir')).toBe('auto')
  expect(screen.getByText('المال يأتي متأخرا').localName).toBe('bdi')
  expect(screen.getByRole('heading', { level: 3, name: 'Barrier: المال يأتي متأخرا' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'More, \u2068من يقرر؟ 3 مكاتب\u2069' })).toBeTruthy()
})
