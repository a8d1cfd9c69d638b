import './ui/styles/index.css'
import { render } from 'solid-js/web'
import { App } from './app'
import { lookEarly } from './join/early-look'
import { followKeyboard } from './ui/follow-keyboard'

lookEarly(window.location)
const root = document.getElementById('app')
followKeyboard(window, document.documentElement)
if (root) render(() => <App />, root)
