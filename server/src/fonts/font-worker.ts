import { parentPort } from 'node:worker_threads'
import type { FontCall, FontReply } from './font-subsetter.ts'
import { subsetText } from './subset-text.ts'

// Entry point of the thread that `FontSubsetter` starts: packing a font takes a second, and rooms must not wait for it.

parentPort?.on('message', (call: FontCall) => {
  subsetText(call.text).then(
    (font) => parentPort?.postMessage({ font } satisfies FontReply),
    (error: unknown) => parentPort?.postMessage({ failure: String(error) } satisfies FontReply),
  )
})
