import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServerProcess } from '../load/server-process.ts'
import { loadBoard, type LoadedBoard } from '../room/load-board.ts'
import { SqliteBoardStore } from '../storage/sqlite-board-store.ts'
import { lossesOf, type Losses } from './audit.ts'
import { notesIn } from './phase-steps.ts'
import { WorkshopRun, type Gone, type Mishaps, type PhaseReport, type RunOptions, type RunResult } from './workshop-run.ts'

/** A phase with what was missing on the disk after its kills. */
export interface KilledPhase extends PhaseReport {
  losses: Losses
  /** what was erased and is still in a file, while the server runs */
  traces: readonly string[]
}

/** A network in a room with thick walls. */
const MISHAPS: Mishaps = { answerLost: 0.03, commandCut: 0.02, socketCut: 0.03, oldBoard: 0.02 }

/** Plays a workshop on a server that has been started, and kills it with SIGKILL in each phase. */
export async function playWithKills(
  server: ServerProcess,
  folder: string,
  options: Pick<RunOptions, 'template' | 'people' | 'seed' | 'killIn'> & { onPhase: (phase: KilledPhase) => void },
): Promise<RunResult> {
  let losses = noLosses()
  let traces: string[] = []
  const run = new WorkshopRun({
    ...options,
    mishaps: MISHAPS,
    port: () => server.port,
    crash: async (watched) => {
      await server.kill()
      const found = lossesOf(await boardOnDisk(folder, run.door.boardId), watched)
      losses = {
        promised: [...losses.promised, ...found.promised],
        seen: [...losses.seen, ...found.seen],
        twice: [...losses.twice, ...found.twice],
      }
      await server.start()
    },
    onErased: async (gone) => void traces.push(...(await tracesIn(folder, gone))),
    onPhase: (report) => {
      options.onPhase({ ...report, losses, traces })
      losses = noLosses()
      traces = []
    },
  })
  return await run.play()
}

/** Read from a copy: to open and close the folder itself would tidy up what the killed process left. */
async function boardOnDisk(folder: string, boardId: string): Promise<LoadedBoard> {
  const copy = await mkdtemp(join(tmpdir(), 'remedyboard-killed-'))
  try {
    await cp(folder, copy, { recursive: true })
    const store = await SqliteBoardStore.open(copy)
    const stored = await store.load(boardId)
    await store.close()
    if (!stored) throw new Error('the board is gone')
    return loadBoard(stored)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/** Everything that should be gone, and where it was found. */
async function tracesIn(folder: string, { note, rows }: Gone): Promise<string[]> {
  const traces = new Set<string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const content = (await readFile(join(entry.parentPath, entry.name))).toString('latin1')
    for (const { text } of notesIn(content)) if (note(text)) traces.add(`${text} in ${entry.name}`)
    for (const row of rows) if (content.includes(row)) traces.add(`${row} in ${entry.name}`)
  }
  return [...traces]
}

function noLosses(): Losses {
  return { promised: [], seen: [], twice: [] }
}
