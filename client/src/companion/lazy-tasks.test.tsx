import { act, createElement, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import { sessionFixture } from '../session/session-fixture.ts'
import { LazyTasks } from './lazy-tasks.ts'
import { TaskBoundary } from './TaskBoundary.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.body.appendChild(document.createElement('div')), { onCaughtError: () => undefined })
afterEach(() => act(async () => root.render(null)))

it('asks again for a task that could not be loaded, as in a room whose network was away for a moment', async () => {
  let asked = 0
  const tasks = new LazyTasks({
    plan: async () => {
      if (asked++ === 0) throw new TypeError('Failed to fetch')
      return () => <p>The plan</p>
    },
  })
  const { session } = sessionFixture()
  function Task() {
    return createElement(tasks.part('plan'), { session, phase: null })
  }
  await act(async () =>
    root.render(
      <TaskBoundary onAgain={() => tasks.again()}>
        <Suspense>
          <Task />
        </Suspense>
      </TaskBoundary>,
    ),
  )
  expect(document.body.textContent).toContain('Try again')
  expect(asked).toBe(1)
  await act(async () => document.querySelector('button')?.click())
  expect(document.body.textContent).toBe('The plan')
  expect(asked).toBe(2)
})
