import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { main, ROOT, runNode, Stopped } from './run.mjs'

/**
 * `npm test`: everything, also after something failed, and last the line `N passed, N failed`.
 * `npm test -- --only=lint,unit` runs a part; words after it choose files: `npm test -- --only=e2e agreement`.
 */

const REPORTS = join(ROOT, '.cache/test')

const PARTS = {
  lint: { title: 'Format and lint', run: () => check('lint', 'node_modules/@biomejs/biome/bin/biome', ['check']) },
  types: { title: 'Types', run: () => check('types', 'node_modules/typescript/bin/tsc', ['--noEmit']) },
  unit: { title: 'Unit and integration', run: unit },
  e2e: { title: 'End to end, in Chromium', run: endToEnd },
}

/** What parts need, begun once and at once: the checks leave a core half idle, and a browser is mostly waited for. */
const begun = new Map()

function begin(prepare) {
  if (!begun.has(prepare)) {
    const prepared = prepare()
    // told where it is waited for
    prepared.catch(() => undefined)
    begun.set(prepare, prepared)
  }
  return begun.get(prepare)
}

/** A check is one test: it passes or it fails. */
async function check(name, script, scriptArguments) {
  const code = await runNode(script, scriptArguments)
  return code === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [name] }
}

async function unit(chosen) {
  // e2e/faults kills the product itself.
  await begin(ensureBuilt)
  const report = join(REPORTS, 'unit.json')
  const code = await runNode('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...chosen,
  ])
  return settle('unit', code, readReport(report, unitResults))
}

function unitResults({ testResults }) {
  const passed = testResults.flatMap((file) => file.assertionResults).filter((test) => test.status === 'passed').length
  const failures = testResults.flatMap((file) => {
    const name = relative(ROOT, file.name)
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    // A file that cannot be loaded has no tests to fail.
    if (failed.length === 0 && file.status === 'failed') return [name]
    return failed.map((test) => `${name}: ${test.fullName}`)
  })
  return { passed, failures }
}

async function endToEnd(chosen) {
  const folders = ['e2e/scenarios', 'e2e/accessibility'].filter((folder) => existsSync(join(ROOT, folder)))
  const files = folders.flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }))
  if (!files.some((name) => name.endsWith('.spec.ts'))) return { passed: 0, failures: [] }

  await begin(ensureBuilt)
  await begin(ensureBrowser)
  const report = join(REPORTS, 'e2e.json')
  const code = await runNode(
    'node_modules/@playwright/test/cli.js',
    ['test', '--config=e2e/playwright.config.ts', '--reporter=list,json', ...chosen],
    { environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  )
  return settle('e2e', code, readReport(report, endToEndResults))
}

function endToEndResults({ suites, errors }) {
  const specs = suites.flatMap(specsOf)
  const passed = specs.filter((spec) => spec.ok && spec.tests.some((test) => test.status === 'expected')).length
  const failures = specs.filter((spec) => !spec.ok).map((spec) => `e2e/${spec.file}: ${spec.title}`)
  return { passed, failures: [...failures, ...errors.map((error) => `e2e: ${error.message}`)] }
}

function specsOf({ specs, suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

/** A runner that says it failed has failed, even where its report names no test. */
function settle(name, code, results) {
  if (code === 0 || results.failures.length > 0) return results
  return { ...results, failures: [`${name}: ended with code ${code}, see above`] }
}

function readReport(path, read) {
  if (!existsSync(path))
    return {
      passed: 0,
      failures: [`no report was written to ${relative(ROOT, path)}: nothing is known to have passed`],
    }
  return read(JSON.parse(readFileSync(path, 'utf8')))
}

await main(async () => {
  const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length)
  const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--only='))
  const parts = only ? only.split(',') : Object.keys(PARTS)
  const unknown = parts.filter((name) => !(name in PARTS))
  if (unknown.length > 0)
    throw new Error(`There is no part "${unknown}": choose from ${Object.keys(PARTS).join(', ')}.`)

  await ensureInstalled()
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })

  if (parts.some((name) => name === 'unit' || name === 'e2e')) void begin(ensureBuilt)
  if (parts.includes('e2e')) void begin(ensureBrowser)

  let passed = 0
  const failures = []
  for (const name of parts) {
    console.log(`\n── ${PARTS[name].title}`)
    const results = await PARTS[name].run(chosen).catch((error) => {
      if (error instanceof Stopped) throw error
      return { passed: 0, failures: [`${name}: ${error.message}`] }
    })
    passed += results.passed
    failures.push(...results.failures)
  }

  console.log(failures.length > 0 ? `\nWhat failed:\n${failures.map((name) => `  ${name}`).join('\n')}\n` : '')
  console.log(`${passed} passed, ${failures.length} failed`)
  return failures.length === 0 && passed > 0 ? 0 : 1
})
