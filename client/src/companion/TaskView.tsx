import { AddTask } from './AddTask.tsx'
import { createElement, memo } from 'react'
import { lazyTasks } from './lazy-tasks.ts'
import { OverTask } from './OverTask.tsx'
import { ReadTask } from './ReadTask.tsx'
import type { PhoneTask } from './phone-task.ts'
import { ResultsTask } from './ResultsTask.tsx'
import type { TaskProps } from './task-props.ts'
import { VoteTask } from './VoteTask.tsx'
import { WaitTask } from './WaitTask.tsx'
import { WatchTask } from './WatchTask.tsx'
import { WriteTask } from './WriteTask.tsx'

/** The page of a task. It looks itself for what it needs of the view, which comes anew four times a second. */
export const TaskView = memo(function TaskView({ task, ...props }: TaskProps & { task: PhoneTask }) {
  switch (task) {
    case 'wait':
      return <WaitTask {...props} />
    case 'over':
      return <OverTask {...props} />
    case 'watch':
      return <WatchTask {...props} />
    case 'write':
      return <WriteTask {...props} />
    case 'add':
      return <AddTask {...props} />
    case 'read':
      return <ReadTask {...props} />
    case 'group':
    case 'link':
    case 'plan':
      return createElement(lazyTasks.part(task), props)
    case 'vote':
      return <VoteTask {...props} />
    case 'results':
      return <ResultsTask {...props} />
  }
})
