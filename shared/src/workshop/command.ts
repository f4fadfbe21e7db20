import * as z from 'zod/mini'
import { nameSchema } from '../protocol/api.ts'

/** Commands set state, so sending one twice does no harm. */
export const commandSchema = z.discriminatedUnion('type', [
  /** Start a phase (its timer starts with its minutes), or end the agenda with null. */
  z.object({ type: z.literal('set-phase'), phaseId: z.nullable(z.string().check(z.maxLength(40))) }),
  /** Remaining time from now; at most 24 hours. */
  z.object({ type: z.literal('set-timer'), remainingMs: z.number().check(z.gte(0), z.lte(86_400_000)), running: z.boolean() }),
  /** Rename oneself. */
  z.object({ type: z.literal('set-name'), name: nameSchema }),
])
export type WorkshopCommand = z.infer<typeof commandSchema>
