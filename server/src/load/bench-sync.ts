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
  /** CPU seconds of the server per 1,000 delivered updates */
  cpuPer1000?: number
  /** share of one core */
  core?: number
}

const BUDGETS: Record<number, Budget> = {
  100: { p99Ms: 10, cpuPer1000: 0.01 },
  300: { p99Ms: 20, core: 0.3 },
  1000: { p99Ms: 200, core: 1 },
}

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 15)
const CROWDS = (process.env['BENCH_PEOPLE'] ?? '100,300').split(',').map(Number)

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

function rowOf(people: number, program: string, measured: Measured, budget: Budget | undefined, floor?: Measured): string[] {
  const { delivered, expected, p50Ms, p99Ms, seconds, cpu, frames } = measured
  const cost = per1000(measured)
  return [
    String(people),
    program,
    p50Ms.toFixed(1),
    withBudget(p99Ms.toFixed(1), budget?.p99Ms, p99Ms),
    withBudget(`${((100 * delivered) / expected).toFixed(2)} %`, budget && '100 %', expected - delivered),
    withBudget(cost.toFixed(4), budget?.cpuPer1000, cost) + (floor ? ` = ${(cost / per1000(floor)).toFixed(2)} × bare` : ''),
    withBudget(`${((100 * cpu) / seconds).toFixed(0)} %`, budget?.core && `${100 * budget.core} %`, cpu / seconds, budget?.core),
    frames.toFixed(0),
  ]
}

/** The number, its budget and whether it was kept. */
function withBudget(
  shown: string,
  budget: string | number | undefined,
  value: number,
  limit = typeof budget === 'number' ? budget : 0,
): string {
  return budget === undefined ? shown : `${shown} (${value <= limit ? 'within' : 'MISSED'} ${budget})`
}

const rows = [['people', 'server', 'p50 ms', 'p99 ms', 'delivered', 'CPU s per 1,000', 'of one core', 'frames per person and s']]
for (const people of CROWDS) {
  // One right after the other, so that both meet the same machine.
  const floor = await measure(people, 'floor')
  const ours = await measure(people, 'ours')
  rows.push(rowOf(people, 'bare broadcast', floor, undefined), rowOf(people, 'this server', ours, BUDGETS[people], floor))
}
const load = loadavg().map((minutes) => minutes.toFixed(1))
process.stdout.write(
  `${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} cores, load ${load.join(' ')}, Node ${process.version}\n`,
)
for (const row of rows) process.stdout.write(`| ${row.join(' | ')} |\n`)
process.exitCode = rows.flat().some((cell) => cell.includes('MISSED')) ? 1 : 0
