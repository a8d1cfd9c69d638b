import './ui/styles/index.css'
import { render } from 'solid-js/web'
import { App } from './app'
import { lookEarly } from './join/early-look'

lookEarly(window.location)
const root = document.getElementById('app')
if (root) render(() => <App />, root)
