import { readFileSync } from 'node:fs'

/** Where the two test runners leave their JSON reports, relative to the top of the checkout. */
export const REPORT_FILES = { unit: 'test-results/vitest.json', e2e: 'test-results/playwright.json' }

/**
 * Numbers of one suite's last run, or `null` when it did not run.
 * @param {keyof typeof REPORT_FILES} suite
 * @returns {{ passed: number, failed: number, flaky: number } | null}
 */
export function countTests(suite) {
  const report = read(REPORT_FILES[suite])
  if (report === null) return null
  return suite === 'unit' ? countVitest(report) : countPlaywright(report)
}

/** A file that could not be loaded has no tests to fail, and fails the suite all the same. */
export function countVitest({ testResults, numPassedTests, numFailedTests }) {
  const brokenFiles = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles, flaky: 0 }
}

/** Errors outside of tests (a server that does not start, a file that does not load) fail the run, too. */
export function countPlaywright({ stats, errors }) {
  const { expected, unexpected, flaky } = stats
  return { passed: expected + flaky, failed: Math.max(unexpected, errors.length > 0 ? 1 : 0), flaky }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}
