import { Outline } from './Outline.tsx'
import type { PhoneTask } from './phone-task.ts'
import { ResultsTask } from './ResultsTask.tsx'
import type { TaskProps } from './task-props.ts'
import { VoteTask } from './VoteTask.tsx'
import { WaitTask } from './WaitTask.tsx'
import { WatchTask } from './WatchTask.tsx'
import { WriteTask } from './WriteTask.tsx'

/** The page of a task. */
export function TaskView({ task, ...props }: TaskProps & { task: PhoneTask }) {
  switch (task) {
    case 'wait':
      return <WaitTask {...props} />
    case 'watch':
      return <WatchTask {...props} />
    case 'write':
      return <WriteTask {...props} />
    case 'add':
    case 'read':
    case 'group':
    case 'link':
    case 'plan':
      return <Outline session={props.session} />
    case 'vote':
      return <VoteTask {...props} />
    case 'results':
      return <ResultsTask {...props} />
  }
}
