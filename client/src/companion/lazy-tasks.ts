import { lazy } from 'react'

/** Tasks of later steps, with what only they need (the paper's own suggestions alone are 20 kB): nobody waits for them on arrival. */
const LOADERS = {
  group: () => import('./GroupTask.tsx'),
  link: () => import('./LinkTask.tsx'),
  plan: () => import('./PlanTask.tsx'),
}

export const GroupTask = lazy(async () => ({ default: (await LOADERS.group()).GroupTask }))
export const LinkTask = lazy(async () => ({ default: (await LOADERS.link()).LinkTask }))
export const PlanTask = lazy(async () => ({ default: (await LOADERS.plan()).PlanTask }))

/** Loads all of them, so that a step also begins when the network has gone meanwhile. */
export function loadAllTasks(): void {
  for (const load of Object.values(LOADERS)) load().catch(() => undefined)
}
