export interface Counts {
  passed: number
  failed: number
  flaky: number
}
export const REPORT_FILES: Record<'unit' | 'e2e', string>
export function countTests(suite: 'unit' | 'e2e'): Counts | null
export function countVitest(report: {
  testResults: readonly { status: string; assertionResults: readonly unknown[] }[]
  numPassedTests: number
  numFailedTests: number
}): Counts
export function countPlaywright(report: {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: readonly unknown[]
}): Counts
