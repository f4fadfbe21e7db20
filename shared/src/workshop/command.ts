import * as z from 'zod/mini'
import { nameSchema, roleSchema } from '../protocol/api.ts'

/** A participantId as the server makes them, and room for what it may make one day. */
const personIdSchema = z.string().check(z.minLength(1), z.maxLength(64))

/** Commands set state, so sending one twice does no harm. */
export const commandSchema = z.discriminatedUnion('type', [
  /** Start a phase (its timer starts with its minutes), or end the agenda with null. */
  z.object({ type: z.literal('set-phase'), phaseId: z.nullable(z.string().check(z.maxLength(40))) }),
  /** Remaining time from now; at most 24 hours. */
  z.object({ type: z.literal('set-timer'), remainingMs: z.number().check(z.gte(0), z.lte(86_400_000)), running: z.boolean() }),
  /** Rename oneself. */
  z.object({ type: z.literal('set-name'), name: nameSchema }),
  /** Facilitators: what somebody may do from now on. It stands until a facilitator changes it or they use the facilitators' link. */
  z.object({ type: z.literal('set-role'), id: personIdSchema, role: roleSchema }),
  /** Facilitators: put somebody out; they are gone when this is answered. */
  z.object({ type: z.literal('remove-person'), id: personIdSchema }),
  /** Facilitators: may new people join? Who is in stays and can come back. */
  z.object({ type: z.literal('set-entry'), open: z.boolean() }),
])
export type WorkshopCommand = z.infer<typeof commandSchema>
