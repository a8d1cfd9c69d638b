/**
 * A pure function of an object that remembers its last answers. Views and what is made of them are never changed once made,
 * so the same object is the same question; with it the answer goes.
 */
export function remembered<Of extends object, Rest extends readonly (string | number)[], Answer>(
  work: (of: Of, ...rest: Rest) => Answer,
  most = 64,
): (of: Of, ...rest: Rest) => Answer {
  const known = new WeakMap<Of, Map<string, Answer>>()
  return (of, ...rest) => {
    const answers = known.get(of) ?? new Map<string, Answer>()
    const key = rest.join()
    const before = answers.get(key)
    if (before !== undefined) return before
    const answer = work(of, ...rest)
    // what is asked in many ways, as while something is pushed about, does not pile up
    if (answers.size >= most) answers.clear()
    answers.set(key, answer)
    known.set(of, answers)
    return answer
  }
}
