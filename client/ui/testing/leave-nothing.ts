import { cleanup } from '@solidjs/testing-library'
import { afterEach, vi } from 'vitest'
import { hush } from '../live-region'
import { dismissToasts } from '../toast'

/** Test files of one worker share modules and page: after each test both are as if nobody had been there. */
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  cleanup()
  document.body.replaceChildren()
  hush()
  dismissToasts()
  localStorage.clear()
  sessionStorage.clear()
})
