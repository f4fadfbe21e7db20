// Finds a Chromium for the end-to-end tests, and Chinese glyphs for the pictures they take; installs Debian's packages when it may.
// Run directly it makes sure of both; imported it only answers where the browser is.
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const SYSTEM_CHROMIUM = '/usr/bin/chromium'

/** Path of the browser to test with: CHROMIUM_PATH, the system's Chromium, Playwright's own; `null` when there is none. */
export function findBrowser() {
  const asked = process.env['CHROMIUM_PATH']
  if (asked) return asked
  return [SYSTEM_CHROMIUM, chromium.executablePath()].find(isExecutable) ?? null
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function hasChineseFont() {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return status === 0 && stdout.trim() !== ''
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

function install(packages) {
  process.stdout.write(`Installing for the end-to-end tests: ${packages.join(', ')}\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env }
  execFileSync('apt-get', ['update', '-q'], options)
  execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options)
}

function fail(lines) {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(1)
}

function ensure() {
  const asked = process.env['CHROMIUM_PATH']
  if (asked && !isExecutable(asked)) fail([`CHROMIUM_PATH is ${asked}, and no program is there.`])
  const missing = []
  if (findBrowser() === null) missing.push('chromium')
  if (!hasChineseFont()) missing.push('fontconfig', 'fonts-noto-cjk')
  if (missing.length === 0) return
  if (canInstall()) {
    install(missing)
    if (findBrowser() === null || !hasChineseFont()) fail(['The packages were installed, but Chromium or a Chinese font is still missing.'])
    return
  }
  if (missing.includes('chromium')) {
    fail([
      'The end-to-end tests need Chromium. One of these helps:',
      '  Debian, Ubuntu:   sudo apt-get install chromium fonts-noto-cjk',
      '  elsewhere:        npx playwright install chromium',
      '  already there:    CHROMIUM_PATH=/path/to/chromium, then run the tests again',
    ])
  }
  // macOS and Windows bring Chinese glyphs of their own and usually have no fc-list.
  process.stderr.write(
    'No Chinese font found through fc-list: pictures taken by the tests may show boxes (Debian: apt-get install fonts-noto-cjk).\n',
  )
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) ensure()
