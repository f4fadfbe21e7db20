import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TemplateId } from '@remedyboard/shared/protocol/api'
import { ServerProcess } from '../load/server-process.ts'
import { playWithKills, type KilledPhase } from './play-with-kills.ts'

// `pnpm test:workshop`: a room full of scripted people runs whole workshops on the built server, which is killed in each phase.

const PEOPLE = Number(process.env['WORKSHOP_PEOPLE'] ?? 300)
const SEED = Number(process.env['WORKSHOP_SEED'] ?? 1)
const FLOWS: Readonly<Record<string, TemplateId>> = { A: 'dilemma-remedy', B: 'stakeholder-coordination', C: 'rapid-review' }
const CHOSEN = (process.env['WORKSHOP_FLOWS'] ?? 'A,B,C').split(',')

function print(cells: readonly (string | number)[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}

/** True when nothing was lost, doubled, shown too early or counted wrong. */
async function playFlow(flow: string, template: TemplateId): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'remedyboard-workshop-'))
  const server = new ServerProcess(folder)
  try {
    await server.start()
    const lost: string[] = []
    const onPhase = ({ phase, kills, acknowledged, ms, losses: { promised, seen, twice }, traces }: KilledPhase): void => {
      print([flow, phase, kills, acknowledged, promised.length, seen.length, twice.length, traces.length, (ms / 1_000).toFixed(1)])
      lost.push(...promised, ...seen, ...twice, ...traces)
    }
    const { leaked, wrong } = await playWithKills(server, folder, { template, people: PEOPLE, seed: SEED, onPhase })
    const faults = [...lost, ...leaked, ...wrong]
    print([flow, `shown too early: ${leaked.length}, wrong: ${wrong.length}`])
    for (const fault of faults.slice(0, 40)) process.stdout.write(`  ${fault}\n`)
    return faults.length === 0
  } finally {
    await server.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

process.stdout.write(`${PEOPLE} people, seed ${SEED}\n`)
print(['flow', 'phase', 'SIGKILLs', 'acknowledged', 'lost', 'lost that others saw', 'twice on the board', 'left in files', 's'])
for (const flow of CHOSEN) {
  const template = FLOWS[flow]
  if (!template) throw new Error(`There is no flow ${flow}: A, B or C.`)
  if (!(await playFlow(flow, template))) process.exitCode = 1
}
