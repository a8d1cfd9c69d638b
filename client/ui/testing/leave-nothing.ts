import { cleanup, configure } from '@solidjs/testing-library'
import { afterEach, vi } from 'vitest'
import { hush } from '../live-region'
import { dismissToasts } from '../toast'

// As generous as vitest.config.ts: what is waited for comes, on a busy machine after more than a second.
configure({ asyncUtilTimeout: 10_000 })

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
