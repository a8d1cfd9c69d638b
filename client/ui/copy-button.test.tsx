import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { CopyButton } from './copy-button'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  Reflect.deleteProperty(document, 'execCommand')
})

/** On plain http a browser offers no clipboard; what the old command would copy is the selection of the focused field. */
function plainHttp(answer: boolean): string[] {
  vi.stubGlobal('navigator', { ...navigator, clipboard: undefined })
  const copied: string[] = []
  Object.defineProperty(document, 'execCommand', {
    configurable: true,
    value: () => {
      const area = document.activeElement
      if (area instanceof HTMLTextAreaElement) copied.push(area.value.slice(area.selectionStart, area.selectionEnd))
      return answer
    },
  })
  return copied
}

test('copies on plain http, says so, and leaves focus on the button', async () => {
  const copied = plainHttp(true)
  render(() => <CopyButton text={() => 'http://10.0.0.4/join/8f2'} label="Copy link" />)
  const button = screen.getByRole('button', { name: 'Copy link' })
  button.focus()
  button.click()
  await screen.findByRole('button', { name: 'Copied' })
  expect(copied).toEqual(['http://10.0.0.4/join/8f2'])
  expect(document.activeElement).toBe(button)
  expect(document.querySelector('textarea')).toBeNull()
})

test('says what to do when copying is not possible at all', async () => {
  plainHttp(false)
  render(() => <CopyButton text="8f2" />)
  screen.getByRole('button', { name: 'Copy' }).click()
  await screen.findByRole('button', { name: /Select the text/ })
})

test('uses the clipboard where there is one', async () => {
  const writeText = vi.fn(async () => {})
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
  render(() => <CopyButton text="8f2" name="Copy the code" />)
  screen.getByRole('button', { name: 'Copy the code' }).click()
  await screen.findByRole('button', { name: 'Copied' })
  expect(writeText).toHaveBeenCalledWith('8f2')
})
