/** The first letter of keys that bring one person back (`POST /api/boards/:id/people/:personId/return-link`); others begin with f, p or v. */
export const RETURN_KEY_LETTER = 'r'

/** True for a key that says who somebody is, so that nobody has to be asked for a name. */
export function isReturnKey(key: string): boolean {
  return key.startsWith(RETURN_KEY_LETTER)
}
