/** Calls a Solid event handler in either of its two forms: a function, or a pair of function and value. */
export function callHandler<E>(
  handler: ((event: E) => void) | { readonly 0: (value: never, event: E) => void; readonly 1: unknown } | undefined,
  event: NoInfer<E>,
): void {
  if (typeof handler === 'function') handler(event)
  else if (handler) handler[0](handler[1] as never, event)
}
