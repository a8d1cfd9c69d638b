/** Our scheme: what the person chose for this site, else the system's. */
export function followScheme(listener: (scheme: 'light' | 'dark') => void): () => void {
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)')
  const tell = () => {
    const chosen = root.dataset.scheme
    const dark = chosen === 'dark' || (chosen !== 'light' && system.matches)
    listener(dark ? 'dark' : 'light')
  }
  const watcher = new MutationObserver(tell)
  watcher.observe(root, { attributes: true, attributeFilter: ['data-scheme'] })
  system.addEventListener('change', tell)
  tell()
  return () => {
    watcher.disconnect()
    system.removeEventListener('change', tell)
  }
}
