import { readFileSync } from 'node:fs'

/** Where the two test runners leave their JSON reports, relative to the top of the checkout. */
export const REPORT_FILES = { unit: 'test-results/vitest.json', e2e: 'test-results/playwright.json' }

/**
 * Numbers of one suite, or `null` when it did not run.
 * @param {keyof typeof REPORT_FILES} suite
 * @returns {{ passed: number, failed: number, flaky: number } | null}
 */
export function countTests(suite) {
  const report = read(REPORT_FILES[suite])
  if (report === null) return null
  if (suite === 'unit') {
    // A file that could not be loaded has no tests to fail, and fails the suite all the same.
    const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
    return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles, flaky: 0 }
  }
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected + flaky, failed: Math.max(unexpected, report.errors.length > 0 ? 1 : 0), flaky }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}
