import { describe, it } from 'vitest'
import { operationsFor, printOperations } from './operation.ts'
import { runFuzz } from './run-fuzz.ts'
import { seededRandom } from './seeded-random.ts'

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 30)
const FIRST = Number(process.env['FUZZ_SEED'] ?? 1)
const EDITS = 200
/** A run takes a third of a second on an idle core; machines that run other tests beside it are slower. */
const RUN_TIMEOUT_MS = 60_000
const peopleFor = (seed: number) => 2 + (seed % 4)

describe('[R6] any edits by two to five people over any network, on any disk', () => {
  it.each(Array.from({ length: RUNS }, (_, i) => FIRST + i))(
    'seed %i ends with one valid board and nothing lost',
    async (seed) => {
      const people = peopleFor(seed)
      const operations = operationsFor(seededRandom(seed), people, EDITS)
      try {
        await runFuzz(seed, people, operations)
      } catch (error) {
        if (process.env['FUZZ_PRINT']) console.log(printOperations(operations))
        throw error
      }
    },
    RUN_TIMEOUT_MS,
  )
})
