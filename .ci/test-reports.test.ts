import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from './test-reports.mjs'

describe('counting tests for the last line of a run', () => {
  it('a test file that cannot be loaded is a failure', () => {
    const testResults = [
      { status: 'passed', assertionResults: [{}, {}] },
      { status: 'failed', assertionResults: [] },
    ]
    expect(countVitest({ testResults, numPassedTests: 2, numFailedTests: 0 })).toEqual({ passed: 2, failed: 1, flaky: 0 })
  })

  it('failed tests are counted once, not once more for their file', () => {
    const testResults = [{ status: 'failed', assertionResults: [{}, {}] }]
    expect(countVitest({ testResults, numPassedTests: 1, numFailedTests: 1 })).toEqual({ passed: 1, failed: 1, flaky: 0 })
  })

  it('an error outside of every test is a failure', () => {
    expect(countPlaywright({ stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [{}] })).toEqual({ passed: 3, failed: 1, flaky: 0 })
  })

  it('flaky tests passed, and are told apart', () => {
    expect(countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 2 }, errors: [] })).toEqual({ passed: 5, failed: 1, flaky: 2 })
  })
})
