import { nameSchema } from '@remedyboard/shared/protocol/api'

/** What is wrong with a name, or the name as it will be used. */
export function checkName(typed: string): { name: string } | { problem: 'missing' | 'too-long' } {
  const result = nameSchema.safeParse(typed)
  if (result.success) return { name: result.data }
  return { problem: typed.trim() === '' ? 'missing' : 'too-long' }
}
