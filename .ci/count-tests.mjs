// Prints the one line that a machine reads: "N passed, N failed", summed over vitest and Playwright.
// Argument: the exit code of the test command. A run that failed before its tests (types, lint, build) counts as one failure.
import { countTests } from './test-reports.mjs'

const commandFailed = process.argv[2] !== '0'
const reports = [countTests('unit'), countTests('e2e')]
const passed = reports.reduce((sum, report) => sum + (report?.passed ?? 0), 0)
const failedTests = reports.reduce((sum, report) => sum + (report?.failed ?? 0), 0)
// Green means that both suites ran: a missing report is a failure even if the command said 0.
const incomplete = reports.includes(null)
const failed = Math.max(failedTests, commandFailed || incomplete ? 1 : 0)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
