import {
  ChartNoAxesColumn,
  Clock,
  Eye,
  Group,
  Link,
  ListChecks,
  MessageSquareText,
  PartyPopper,
  PencilLine,
  SquarePlus,
  Vote,
  type LucideIcon,
} from 'lucide-react'
import type { PhoneTask } from './phone-task.ts'

/** The sign of each task. */
export const TASK_ICONS: Record<PhoneTask, LucideIcon> = {
  wait: Clock,
  over: PartyPopper,
  watch: Eye,
  write: PencilLine,
  add: SquarePlus,
  read: MessageSquareText,
  group: Group,
  vote: Vote,
  link: Link,
  plan: ListChecks,
  results: ChartNoAxesColumn,
}
