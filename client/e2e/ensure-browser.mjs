// Finds a Chromium for the end-to-end tests, and Chinese glyphs for the pictures they take; installs Debian's packages when it may.
// Run directly it makes sure of both; imported it only answers where the browser is.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

/** The same engine without the windows around it: the tests take about 40 % less of the processor than with the whole browser. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell'
const WHOLE_CHROMIUM = '/usr/bin/chromium'

/** Path of the browser to test with: CHROMIUM_PATH, one of the system's, Playwright's own; `null` when there is none. */
export function findBrowser() {
  const asked = process.env['CHROMIUM_PATH']
  if (asked) return asked
  return [HEADLESS_SHELL, WHOLE_CHROMIUM, chromium.executablePath()].find(isExecutable) ?? null
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

/** False when apt could not. */
function install(packages) {
  if (packages.length === 0) return true
  process.stdout.write(`Installing for the end-to-end tests: ${packages.join(', ')}\n`)
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const apt = (...args) => spawnSync('apt-get', args, options).status === 0
  return apt('update', '-q') && apt('install', '-y', '-q', '--no-install-recommends', ...packages)
}

function fail(lines) {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(1)
}

function ensure() {
  const asked = process.env['CHROMIUM_PATH']
  if (asked && !isExecutable(asked)) fail([`CHROMIUM_PATH is ${asked}, and no program is there.`])
  const fonts = hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk']
  if (canInstall()) {
    install(fonts)
    // Older releases have no such package.
    if (!asked && [null, WHOLE_CHROMIUM].includes(findBrowser()) && !install(['chromium-headless-shell']) && findBrowser() === null)
      install(['chromium'])
  }
  if (findBrowser() === null) {
    fail([
      'The end-to-end tests need Chromium. One of these helps:',
      '  Debian, Ubuntu:   sudo apt-get install chromium-headless-shell fonts-noto-cjk',
      '  elsewhere:        npx playwright install chromium',
      '  already there:    CHROMIUM_PATH=/path/to/chromium, then run the tests again',
    ])
  }
  // macOS and Windows bring Chinese glyphs of their own and usually have no fc-list.
  if (!hasChineseFont()) {
    process.stderr.write(
      'No Chinese font found through fc-list: pictures taken by the tests may show boxes (Debian: apt-get install fonts-noto-cjk).\n',
    )
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) ensure()
