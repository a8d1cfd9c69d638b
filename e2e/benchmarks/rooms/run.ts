import { machine } from '../chromium'
import { keep } from './kept'
import { toMarkdown } from './report'
import { WORKLOADS } from './workloads/all'
import type { Settings } from './workloads/workload'

/**
 * `npm run bench:rooms`, or `npm run bench:rooms -- cursors-400 joins`: what rooms cost and how quick they are, beside the
 * two known servers. `--seconds=4` and `--rounds=1` make it shorter and noisier; `--keep`
 * writes the figures into docs/benchmarks.md.
 */
const given = process.argv.slice(2)
const names = given.filter((argument) => !argument.startsWith('--'))
const numberOf = (option: string, otherwise: number) =>
  Number(given.find((argument) => argument.startsWith(`--${option}=`))?.split('=')[1] ?? otherwise)
const settings: Settings = { seconds: numberOf('seconds', 8), rounds: numberOf('rounds', 2) }

const wanted = WORKLOADS.filter(({ name }) => names.length === 0 || names.includes(name))
if (wanted.length < names.length) {
  throw new Error(`There is: ${WORKLOADS.map(({ name }) => name).join(', ')}`)
}
console.log(`Rooms. ${machine()}`)
for (const workload of wanted) {
  console.log(`\n── ${workload.name}`)
  const report = toMarkdown(await workload.run(settings))
  console.log(`\n${report}`)
  if (given.includes('--keep')) keep(workload.name, report)
}
// All have been closed by now; the pipe of a process that is on its way out must not keep this one.
process.exit()
