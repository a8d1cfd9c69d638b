import { now } from './marks'

/** Does something so many times, evenly spread; what is late is done at once, so that the number is always right. */
export async function pace(times: number, ms: number, act: (index: number) => void): Promise<void> {
  const start = now()
  for (let done = 0; done < times; ) {
    const due = Math.min(times, Math.floor(((now() - start) / 1000 / ms) * times) + 1)
    for (; done < due; done += 1) act(done)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  const left = ms - (now() - start) / 1000
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
}
