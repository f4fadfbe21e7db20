import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, type TestContext } from 'vitest'
import { ServerProcess } from '../load/server-process.ts'
import { playWithKills, type KilledPhase } from './play-with-kills.ts'
import { startApp } from './start-app.ts'
import { WorkshopRun, type Mishaps } from './workshop-run.ts'

/** The program that ships: `pnpm types` has built it before the unit tests run. */
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
const SEEDS = Number(process.env['WORKSHOP_SEEDS'] ?? 1)
/** Every fourth thing that somebody does goes wrong on its way. */
const BAD_NETWORK: Mishaps = { answerLost: 0.1, commandCut: 0.1, socketCut: 0.1, oldBoard: 0.1 }

/** A folder that goes with its test; tests that run at the same time each have their own `onTestFinished`. */
function newFolder({ onTestFinished }: Pick<TestContext, 'onTestFinished'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rb-run-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

// At the same time: most of a run is waiting for the next message of a session.
describe.concurrent('on a network that cuts sockets, loses answers and brings back old boards', () => {
  it.for(['dilemma-remedy', 'stakeholder-coordination', 'rapid-review'] as const)(
    'thirty people run %s: nothing is lost, doubled, miscounted or shown too early',
    { timeout: 180_000 * SEEDS },
    async (template, test) => {
      for (let seed = 1; seed <= SEEDS; seed++) {
        const app = await startApp(newFolder(test))
        const acknowledged = new Map<string, number>()
        const run = new WorkshopRun({
          template,
          seed,
          people: 30,
          mishaps: BAD_NETWORK,
          port: () => app.port,
          onPhase: (report) => void acknowledged.set(report.phase, report.acknowledged),
        })
        const result = await run.play()
        await app.close()
        expect({ seed, ...result }).toEqual({ seed, leaked: [], wrong: [] })
        acknowledged.delete('join')
        expect([...acknowledged.values()].every((count) => count > 0)).toBe(true)
      }
    },
  )

  it('twelve people lose nothing of what a server promised that is killed while they write and vote, and while that is turned over and counted', async (test) => {
    const folder = newFolder(test)
    const server = new ServerProcess(folder, MAIN)
    test.onTestFinished(() => server.kill())
    await server.start()
    const phases: KilledPhase[] = []
    const onPhase = (phase: KilledPhase): void => void phases.push(phase)
    const killIn = ['C3', 'C5']
    const result = await playWithKills(server, folder, { template: 'rapid-review', people: 12, seed: 3, killIn, onPhase })
    expect(result).toEqual({ leaked: [], wrong: [] })
    expect(phases.flatMap(({ losses, traces }) => [...Object.values(losses).flat(), ...traces])).toEqual([])
    expect(phases.reduce((sum, { kills }) => sum + kills, 0)).toBe(4)
  }, 180_000)
})
