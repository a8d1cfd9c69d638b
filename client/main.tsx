import './ui/styles/index.css'
import { render } from 'solid-js/web'
import { App } from './app'
import { openEarlyFor } from './connection/early-sockets'
import { whenFirstViewIsThere } from './routes/first-view'
import { followKeyboard } from './ui/follow-keyboard'
import { useOwnFont } from './ui/own-font'

const { documentElement: html } = document
const root = document.getElementById('app')
openEarlyFor(window.location)
useOwnFont(html, window.location.pathname.startsWith('/w/') ? whenFirstViewIsThere : whenLoaded)
followKeyboard(window, html)
if (root) {
  // what it says while no code has come
  root.textContent = ''
  render(() => <App />, root)
}

/** Once all that the page named at its head is there. */
function whenLoaded(run: () => void): void {
  if (document.readyState === 'complete') run()
  else window.addEventListener('load', run, { once: true })
}
