import { cleanup, render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { ShareLink } from '../../shared/protocol/http'
import { answered, stubServer } from '../connection/testing/stub-server'
import { fay, workshopOf } from '../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop/workshop-context'
import { ShareLinks } from './share-panel'

const link = (key: ShareLink['key'], code: string, over: Partial<ShareLink> = {}): ShareLink => ({
  id: key,
  key,
  role: 'participant',
  side: null,
  url: `http://localhost:3000/join/${key}-token`,
  token: `${key}-token`,
  code,
  ...over,
})
const links = [
  link('everyone', 'amber-otter-42'),
  link('local', 'leafy-quail-23', { side: 'local' }),
  link('observer', 'witty-clover-54', { role: 'observer' }),
  link('return', 'awake-cable-olive-lawn-21', { role: 'facilitator' }),
]
const config = (over: object) => answered({ creationKey: false, board: true, reach: 'network', addresses: [], ...over })

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function open(configured = config({})) {
  const server = stubServer({
    'GET /api/workshops/workshop1/links': answered({ links }),
    'GET /api/config': configured,
    'POST /api/workshops/workshop1/links/local/replace': answered({ link: links[1] }),
  })
  // jsdom has none; a closing dialog gives the page its place back
  vi.stubGlobal('scrollTo', () => {})
  const { inside } = workshopOf({ me: fay })
  render(() => (
    <WorkshopInsideProvider inside={inside}>
      <ShareLinks />
    </WorkshopInsideProvider>
  ))
  await screen.findByText('amber otter 42')
  return server
}

describe('the share panel', () => {
  test('what is for everyone comes first, with its code to be read aloud and a QR code', async () => {
    await open()
    expect(screen.getAllByRole('heading')[0]?.textContent).toBe('For everyone')
    expect(screen.getByRole('img', { name: /QR code that opens Homelessness funding/ })).toBeTruthy()
  })

  test('where the links reach only this computer, it says so and gives the command', async () => {
    await open(config({ reach: 'this-computer', addresses: ['http://192.0.2.7:3000', 'http://198.51.100.2:3000'] }))
    expect(screen.getByText('These links work on this computer only')).toBeTruthy()
    expect(screen.getByText('HOST=0.0.0.0 PUBLIC_URL=http://192.0.2.7:3000 npm start')).toBeTruthy()
    expect(screen.getByText('http://198.51.100.2:3000')).toBeTruthy()
  })

  test('without a known address the command says what to put in', async () => {
    await open(config({ reach: 'this-computer' }))
    expect(screen.getByText(/PUBLIC_URL=http:\/\/<address of this computer>:3000 npm start/)).toBeTruthy()
  })

  test('on a network nothing of that is said', async () => {
    await open()
    expect(screen.queryByText(/this computer only/)).toBeNull()
  })

  test('one’s own way back is last and not shown before it is asked for', async () => {
    await open()
    const headings = screen.getAllByRole('heading').map((heading) => heading.textContent)
    expect(headings.at(-1)).toBe('Only for you')
    expect(screen.getByRole('button', { name: 'Show my private link' }).getAttribute('aria-expanded')).toBe('false')
  })

  test('replacing asks first', async () => {
    const { asked } = await open()
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Replace the link for Local' }))
    expect(asked.some((one) => one.what.startsWith('POST'))).toBe(false)
    await user.click(await screen.findByRole('button', { name: 'Replace link' }))
    expect(asked.some((one) => one.what === 'POST /api/workshops/workshop1/links/local/replace')).toBe(true)
  })
})
