import { lazy, type ComponentType } from 'react'
import type { TaskProps } from './task-props.ts'

type Task = ComponentType<TaskProps>
type Loaders<Name extends string> = Readonly<Record<Name, () => Promise<Task>>>

/** Parts of the page that are loaded when they are first shown, and again when they could not be. */
export class LazyTasks<Name extends string> {
  readonly #loaders: Loaders<Name>
  readonly #parts = new Map<Name, Task>()

  constructor(loaders: Loaders<Name>) {
    this.#loaders = loaders
  }

  /** The page of a task; the same one each time, until `again`. */
  part(name: Name): Task {
    const known = this.#parts.get(name)
    if (known) return known
    const part = lazy(async () => ({ default: await this.#loaders[name]() }))
    this.#parts.set(name, part)
    return part
  }

  /** What failed is remembered as failed: it is asked for anew. */
  again(): void {
    this.#parts.clear()
  }

  /** Loads all of them, so that a step also begins when the network has gone meanwhile. */
  loadAll(): void {
    for (const load of Object.values<() => Promise<Task>>(this.#loaders)) load().catch(() => undefined)
  }
}

/** Tasks of later steps, with what only they need (the paper's own suggestions alone are 20 kB): nobody waits for them on arrival. */
export const lazyTasks = new LazyTasks({
  group: async () => (await import('./GroupTask.tsx')).GroupTask,
  link: async () => (await import('./LinkTask.tsx')).LinkTask,
  plan: async () => (await import('./PlanTask.tsx')).PlanTask,
})
