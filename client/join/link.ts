/** Which link somebody came with: its token, from the address, or its code, as read aloud. */
export type LinkChoice = { token: string } | { code: string }

export function linkName(link: LinkChoice): string {
  return 'token' in link ? link.token : `code ${link.code}`
}
