/** Joins class names and leaves out what is not there: `classes(styles.button, props.small && styles.small)`. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
