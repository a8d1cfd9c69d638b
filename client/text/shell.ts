/** Words of the frame round every page. */
export const shellText = {
  brandHome: 'Concordat, home',
  skipToMain: 'Skip to main content',
  help: 'Help',
  footer: [
    { href: '/accessibility', label: 'Accessibility' },
    { href: '/privacy', label: 'Privacy' },
    { href: '/help', label: 'Help' },
  ],
  loading: 'Loading…',
  notFound: {
    title: 'Page not found',
    lead: 'There is nothing at this address. Part of it may be missing.',
    home: 'Go to the start page',
  },
  fault: {
    title: 'Something went wrong on this page',
    lead: 'What was saved is still there. Reload the page to go on.',
    reload: 'Reload',
  },
  banner: { none: '', official: 'Official', 'official-sensitive': 'Official-sensitive' },
  role: { facilitator: 'Facilitator', participant: 'Participant', observer: 'Observer' },
} as const
