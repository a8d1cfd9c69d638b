/** Words as part of a regular expression, meaning only themselves. */
export function literally(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
