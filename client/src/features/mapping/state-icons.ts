import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'

/** How a dilemma stands, told by form as well as by colour. */
export const STATE_ICONS = { open: TriangleAlert, weak: CircleDashed, covered: CircleCheck } as const
