import './ui/styles/index.css'
import { render } from 'solid-js/web'
import { App } from './app'
import { openEarlyFor } from './connection/early-sockets'
import { followKeyboard } from './ui/follow-keyboard'

openEarlyFor(window.location)
const root = document.getElementById('app')
followKeyboard(window, document.documentElement)
if (root) render(() => <App />, root)
