import { readStored, writeStored } from '../../ui/local-store.ts'

const KEY = 'remedyboard.end-bell'
/** Two notes, the second a third above: heard in a room, and nobody jumps. */
const NOTES_HZ = [523.25, 659.25] as const
const NOTE_EVERY_S = 0.28
const NOTE_LENGTH_S = 1.4
const LOUDNESS = 0.16
const LATE_MS = 1_000

let isOn: boolean | undefined
const listeners = new Set<() => void>()

/** Whether this device rings when the time of a step is up. It remembers when somebody switched it off. */
export const endBell = {
  get(): boolean {
    return (isOn ??= readStored(KEY) !== 'off')
  },
  set(on: boolean): void {
    isOn = on
    writeStored(KEY, on ? 'on' : 'off')
    for (const listener of listeners) listener()
  },
  subscribe(onChange: () => void): () => void {
    listeners.add(onChange)
    return () => listeners.delete(onChange)
  },
}

let audio: AudioContext | undefined

/** What a browser takes for a sign that somebody is there: only within one may a page begin to sound. */
const GESTURES = ['pointerdown', 'pointerup', 'keydown'] as const

/**
 * Makes the bell ready with each press on a facilitator's page, so that it rings when the time is up and nobody touches anything.
 * Not only once: a call or a locked screen takes the sound away again. Returns what stops it.
 */
export function keepBellReady(page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>): () => void {
  const onGesture = () => {
    if (endBell.get() && audio?.state !== 'running') wake()
  }
  // Before the canvas, which keeps some of them for itself.
  for (const gesture of GESTURES) page.addEventListener(gesture, onGesture, true)
  return () => {
    for (const gesture of GESTURES) page.removeEventListener(gesture, onGesture, true)
  }
}

/** Rings once, unless it is switched off. A browser that allows no sound yet stays silent: the colour and the words say it too. */
export function ringEndBell(): void {
  if (!endBell.get()) return
  const asked = performance.now()
  wake((context) => {
    // A browser that allows sound only with the next press would ring then, for nothing.
    if (performance.now() - asked > LATE_MS) return
    NOTES_HZ.forEach((hertz, at) => playNote(context, hertz, context.currentTime + at * NOTE_EVERY_S))
  })
}

function wake(then: (context: AudioContext) => void = () => undefined): void {
  if (typeof AudioContext === 'undefined') return
  const context = (audio ??= new AudioContext())
  context.resume().then(
    () => then(context),
    () => undefined,
  )
}

function playNote(context: AudioContext, hertz: number, at: number): void {
  const tone = context.createOscillator()
  const loudness = context.createGain()
  tone.frequency.value = hertz
  loudness.gain.setValueAtTime(0, at)
  loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02)
  loudness.gain.exponentialRampToValueAtTime(0.001, at + NOTE_LENGTH_S)
  tone.connect(loudness).connect(context.destination)
  tone.start(at)
  tone.stop(at + NOTE_LENGTH_S)
}
