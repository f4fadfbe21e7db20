import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { makeBoard } from './board-visitor.ts'
import type { LoadOrder, LoadReport } from './bench-crowd.ts'
import { FLOOR, ServerProcess } from './server-process.ts'

// `pnpm bench:sync`: a crowd in one room, in a process of its own, against the real server with its disk. Prints what was
// measured beside the budget of the design. Linux only: CPU time is read from /proc.

const CROWD = fileURLToPath(new URL('bench-crowd.js', import.meta.url))

interface Budget {
  p99Ms: number
  /** CPU seconds of the server per 1,000 delivered updates, on the machine of the design */
  cpuPer1000?: number
  /** the same against the bare broadcast of the same run: 0.010 against 0.0055 on the machine of the design */
  timesBare?: number
  /** share of one core */
  core?: number
}

const BUDGETS: Record<number, Budget> = {
  100: { p99Ms: 10, cpuPer1000: 0.01, timesBare: 1.8 },
  300: { p99Ms: 20, core: 0.3 },
  1000: { p99Ms: 200, core: 1 },
}

/** Beyond this the bare broadcast would send more frames than one process can take in: it would measure the load generator. */
const MAX_BARE_PEOPLE = 300

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 10)
const CROWDS = (process.env['BENCH_PEOPLE'] ?? '100,300,1000').split(',').map(Number)

/** Runs the load generator; `onWindow` is told when its measured window begins and ends. */
function runCrowd(order: LoadOrder, onWindow: (mark: 'begin' | 'end') => void): Promise<LoadReport> {
  const child = spawn(process.execPath, [CROWD, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'begin' || line === 'end') onWindow(line)
      else resolve(JSON.parse(line) as LoadReport) // our own process's words
    })
    child.once('exit', (code) => reject(new Error(`the crowd ended with ${code}`)))
  })
}

interface Measured extends LoadReport {
  /** CPU seconds of the server in the window */
  cpu: number
}

async function measure(people: number, program: 'ours' | 'floor'): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'remedyboard-bench-'))
  const server = program === 'ours' ? new ServerProcess(folder) : new ServerProcess(folder, FLOOR)
  try {
    await server.start()
    const origin = `http://127.0.0.1:${server.port}`
    const board = program === 'ours' ? await makeBoard(origin) : undefined
    let cpu = 0
    const order = { origin, board, people, writers: 10, writesPerSecond: 10, cursorsPerSecond: 5, seconds: SECONDS }
    const report = await runCrowd(order, (mark) => {
      cpu = mark === 'begin' ? -server.cpuSeconds() : cpu + server.cpuSeconds()
    })
    return { ...report, cpu }
  } finally {
    await server.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

const per1000 = ({ cpu, delivered }: Measured) => cpu / (delivered / 1_000)
const percent = (share: number, digits = 0) => `${(100 * share).toFixed(digits)} %`

/** The number, its budget and whether it was kept. */
function withBudget(shown: string, value: number, limit: number | undefined, budget = String(limit)): string {
  return limit === undefined ? shown : `${shown} (${value <= limit ? 'within' : 'MISSED'} ${budget})`
}

const HEADINGS = [
  'people',
  'server',
  'p50 ms',
  'p99 ms',
  'acknowledged p50 / p99 / max ms',
  'delivered',
  'CPU s per 1,000',
  '× bare',
  'of one core',
  'frames per person and s',
  'load generator',
]

function rowOf(people: number, program: string, measured: Measured, budget: Budget | undefined, bare?: Measured): string[] {
  const { delivered, expected, p50Ms, p99Ms, ackP50Ms, ackP99Ms, ackMaxMs, seconds, cpu, frames, ownCore } = measured
  const cost = per1000(measured)
  const timesBare = bare && cost / per1000(bare)
  const core = cpu / seconds
  return [
    String(people),
    program,
    p50Ms.toFixed(1),
    withBudget(p99Ms.toFixed(1), p99Ms, budget?.p99Ms),
    [ackP50Ms, ackP99Ms, ackMaxMs].map((ms) => ms.toFixed(1)).join(' / '),
    withBudget(percent(delivered / expected, 2), expected - delivered, budget && 0, '100 %'),
    withBudget(cost.toFixed(4), cost, budget?.cpuPer1000),
    timesBare === undefined ? '' : withBudget(timesBare.toFixed(2), timesBare, budget?.timesBare),
    withBudget(percent(core), core, budget?.core, percent(budget?.core ?? 0)),
    frames.toFixed(0),
    `${percent(ownCore)}${ownCore > 0.85 ? ' (TOO BUSY to measure)' : ''}`,
  ]
}

const rows = [HEADINGS, HEADINGS.map(() => '---')]
for (const people of CROWDS) {
  // One right after the other, so that both meet the same machine.
  const bare = people <= MAX_BARE_PEOPLE ? await measure(people, 'floor') : undefined
  if (bare) rows.push(rowOf(people, 'bare broadcast', bare, undefined))
  rows.push(rowOf(people, 'this server', await measure(people, 'ours'), BUDGETS[people], bare))
}
const load = loadavg().map((minutes) => minutes.toFixed(1))
process.stdout.write(
  `${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} cores, load ${load.join(' ')}, Node ${process.version}, ${SECONDS} s each\n`,
)
for (const row of rows) process.stdout.write(`| ${row.join(' | ')} |\n`)
process.exitCode = rows.flat().some((cell) => cell.includes('MISSED')) ? 1 : 0
