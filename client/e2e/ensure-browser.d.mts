/** Path of the browser to test with: CHROMIUM_PATH, the system's Chromium, Playwright's own; `null` when there is none. */
export function findBrowser(): string | null
