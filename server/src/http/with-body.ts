import type { Request, RequestHandler, Response } from 'express'
import * as z from 'zod/mini'
import { HttpError } from './http-error.ts'

/** A handler that sees its body only after it fits the schema; everything else is answered with 400 and the place of the fault. */
export function withBody<T extends z.ZodMiniType>(
  schema: T,
  handle: (request: Request, response: Response, body: z.output<T>) => Promise<void> | void,
): RequestHandler {
  return (request, response) => {
    const body: unknown = request.body
    const parsed = schema.safeParse(body)
    if (!parsed.success) throw new HttpError('bad-request', describeIssues(parsed.error.issues))
    return handle(request, response, parsed.data)
  }
}

/** Names what is wrong where, without repeating the value: it may be a key or a name. */
function describeIssues(issues: readonly z.core.$ZodIssue[]): string {
  const places = issues.slice(0, 3).map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
  return `The request does not have the expected form. ${places.join('; ')}.`
}
