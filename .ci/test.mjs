// `pnpm test`: types, lint, unit, end-to-end, in this order; stops at the first failure and says at the end what ran.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { REPORT_FILES, countTests } from './test-reports.mjs'

const STEPS = ['types', 'lint', 'unit', 'e2e']

for (const file of Object.values(REPORT_FILES)) rmSync(new URL(`../${file}`, import.meta.url), { force: true })

const summary = []
let failed = false
for (const step of STEPS) {
  if (failed) {
    summary.push(`  ${step.padEnd(6)} not run`)
    continue
  }
  process.stdout.write(`\n── ${step} ──\n`)
  const startedAt = performance.now()
  // Under `npx pnpm` no pnpm is installed, but its scripts find the running one on the PATH. On Windows it is a .cmd file, which needs a shell.
  const { status } = spawnSync('pnpm', ['run', step], { stdio: 'inherit', shell: process.platform === 'win32' })
  failed = status !== 0
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  summary.push(`  ${step.padEnd(6)} ${failed ? 'FAILED' : 'passed'} in ${seconds} s${numbers(step)}`)
}
process.stdout.write(`\nTests:\n${summary.join('\n')}\n`)
process.exitCode = failed ? 1 : 0

function numbers(step) {
  const counts = step === 'unit' || step === 'e2e' ? countTests(step) : null
  if (counts === null) return ''
  const flaky = counts.flaky > 0 ? ` (${counts.flaky} only at the second try)` : ''
  return `: ${counts.passed} passed, ${counts.failed} failed${flaky}`
}
