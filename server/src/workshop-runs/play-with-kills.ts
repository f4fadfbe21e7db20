import type { ServerProcess } from '../load/server-process.ts'
import { loadBoard } from '../room/load-board.ts'
import { SqliteBoardStore } from '../storage/sqlite-board-store.ts'
import { lossesOf, type Losses } from './audit.ts'
import { WorkshopRun, type Mishaps, type PhaseReport, type RunOptions, type RunResult } from './workshop-run.ts'

/** A phase with what was missing on the disk after its kills. */
export interface KilledPhase extends PhaseReport {
  losses: Losses
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
  const run = new WorkshopRun({
    ...options,
    mishaps: MISHAPS,
    port: () => server.port,
    crash: async (watched) => {
      await server.kill()
      const store = await SqliteBoardStore.open(folder)
      const stored = await store.load(run.boardId)
      await store.close()
      if (!stored) throw new Error('the board is gone')
      const found = lossesOf(loadBoard(stored), watched)
      losses = {
        promised: [...losses.promised, ...found.promised],
        seen: [...losses.seen, ...found.seen],
        twice: [...losses.twice, ...found.twice],
      }
      await server.start()
    },
    onPhase: (report) => {
      options.onPhase({ ...report, losses })
      losses = noLosses()
    },
  })
  return await run.play()
}

function noLosses(): Losses {
  return { promised: [], seen: [], twice: [] }
}
